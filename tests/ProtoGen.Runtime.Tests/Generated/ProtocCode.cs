using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>C# for .proto files, by protoc of the Grpc.Tools package.</summary>
public static class ProtocCode
{
    private static readonly string PackagePath = typeof(ProtocCode).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "GrpcToolsPath").Value!;

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macosx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 && OperatingSystem.IsLinux() ? "_arm64" : "_x64");

    private static string Program =>
        Path.Combine(PackagePath, "tools", Platform, OperatingSystem.IsWindows() ? "protoc.exe" : "protoc");

    /// <summary>Whether the package has a protoc for this machine.</summary>
    public static bool IsAvailable => File.Exists(Program);

    /// <summary>The text of each file's classes.</summary>
    public static IReadOnlyList<string> Generate(IEnumerable<ProtoSource> protos)
    {
        var folder = Directory.CreateTempSubdirectory("protogen-messages-");
        try
        {
            var input = folder.CreateSubdirectory("in").FullName;
            var output = folder.CreateSubdirectory("out").FullName;
            var names = new List<string>();
            foreach (var proto in protos)
            {
                var path = Path.Combine(input, proto.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, proto.Text);
                names.Add(proto.Name);
            }

            Run(input, ["--csharp_out=" + output, "--csharp_opt=base_namespace=", "-I.", "-I" + Path.Combine(PackagePath, "build", "native", "include"), .. names]);
            return [.. Directory.EnumerateFiles(output, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string folder, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(errors);
    }
}
