using System.Reflection;
using System.Runtime.InteropServices;

namespace ProtoGen.Differential;

/// <summary>The protoc of the Grpc.Tools package.</summary>
internal static class OracleProtoc
{
    private static readonly string PackagePath = typeof(OracleProtoc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "GrpcToolsPath").Value!;

    public static string Path { get; } = ProgramPath("protoc");

    /// <summary>The protoc plugin that generates services.</summary>
    public static string GrpcPluginPath { get; } = ProgramPath("grpc_csharp_plugin");

    /// <summary>The folder that holds google/protobuf/*.proto.</summary>
    public static string IncludePath { get; } = System.IO.Path.Combine(PackagePath, "build", "native", "include");

    public static bool IsAvailable => File.Exists(Path);

    private static string ProgramPath(string name) => System.IO.Path.Combine(PackagePath, "tools", Platform, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macosx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 && OperatingSystem.IsLinux() ? "_arm64" : "_x64");
}
