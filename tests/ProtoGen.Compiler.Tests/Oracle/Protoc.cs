using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace ProtoGen.Compiler.Tests.Oracle;

/// <summary>protoc from the Grpc.Tools package, run over files in a folder of its own.</summary>
public static class Protoc
{
    private static readonly string PackagePath = typeof(Protoc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "GrpcToolsPath").Value!;

    /// <summary>The program; a path that does not exist where the package has none for this machine.</summary>
    public static string Path { get; } = System.IO.Path.Combine(PackagePath, "tools", Platform, OperatingSystem.IsWindows() ? "protoc.exe" : "protoc");

    /// <summary>The folder that holds google/protobuf/*.proto.</summary>
    public static string IncludePath { get; } = System.IO.Path.Combine(PackagePath, "build", "native", "include");

    public static bool IsAvailable => File.Exists(Path);

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macosx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 && OperatingSystem.IsLinux() ? "_arm64" : "_x64");

    /// <summary>Compiles one file that imports at most well-known ones.</summary>
    public static ProtocResult Compile(string text, params string[] arguments) => Compile([("test.proto", Encoding.UTF8.GetBytes(text))], ["test.proto"], arguments);

    /// <summary>Compiles files of a folder that holds all of <paramref name="files"/>.</summary>
    public static ProtocResult Compile(IReadOnlyList<(string Name, byte[] Text)> files, IReadOnlyList<string> inputs, params string[] arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("protogen-oracle-");
        try
        {
            foreach ((string name, byte[] text) in files)
            {
                string path = System.IO.Path.Combine(folder.FullName, name);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, text);
            }

            return Run(folder.FullName, inputs, arguments);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProtocResult Run(string folder, IReadOnlyList<string> inputs, string[] arguments)
    {
        string output = System.IO.Path.Combine(folder, "descriptors.out");
        var start = new ProcessStartInfo(Path) { WorkingDirectory = folder, RedirectStandardError = true, StandardErrorEncoding = Encoding.Latin1 };
        foreach (string argument in (string[])["-I.", "-I" + IncludePath, "--descriptor_set_out=" + output, .. arguments, .. inputs])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        byte[] descriptors = File.Exists(output) ? File.ReadAllBytes(output) : [];
        return new ProtocResult(process.ExitCode, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(errors)), descriptors);
    }
}

/// <summary>What protoc said and wrote.</summary>
/// <param name="ExitCode">0 if it accepted the files.</param>
/// <param name="Errors">What it wrote to stderr.</param>
/// <param name="Descriptors">A serialized FileDescriptorSet; empty if it rejected the files.</param>
public sealed record ProtocResult(int ExitCode, string Errors, byte[] Descriptors)
{
    /// <summary>The lines of <see cref="Errors"/>.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
