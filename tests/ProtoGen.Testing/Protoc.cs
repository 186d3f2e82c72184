using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ProtoGen.Testing;

/// <summary>Runs the protoc that ProtoGen is compared with.</summary>
public static partial class Protoc
{
    private static readonly string ProtobufTools = PackagePath("ProtobufToolsPath");
    private static readonly string GrpcTools = PackagePath("GrpcToolsPath");

    /// <summary>Gets the program. The file does not exist if the package has none for this machine.</summary>
    public static string Program { get; } = Path.Combine(ProtobufTools, "tools", Platform("_aarch64"), ProgramName("protoc"));

    /// <summary>Gets the protoc plugin that generates C# services.</summary>
    public static string GrpcCSharpPlugin { get; } = Path.Combine(
        GrpcTools, "tools", Platform("_arm64"), ProgramName("grpc_csharp_plugin"));

    /// <summary>Gets the folder that holds google/protobuf/*.proto.</summary>
    public static string IncludePath { get; } = Path.Combine(ProtobufTools, "tools", "include");

    /// <summary>Gets whether the package has a protoc for this machine.</summary>
    public static bool IsAvailable => File.Exists(Program);

    /// <summary>Runs protoc in <paramref name="folder"/>.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">The bytes of standard input.</param>
    /// <param name="limit">The time after which protoc is killed; it hangs on a few invalid files.</param>
    public static ProtocRun Run(string folder, IEnumerable<string> arguments, byte[]? input = null, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.Latin1,
        };
        using var process = Process.Start(start)!;
        using var timer = new Timer(_ => process.Kill(), null, limit ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }

        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new ProtocRun(process.ExitCode, errors.Result, output.ToArray());
    }

    /// <summary>Compiles one file that imports at most well-known files to a descriptor set.</summary>
    public static ProtocResult Compile(string text, params string[] arguments) =>
        Compile([("test.proto", Encoding.UTF8.GetBytes(text))], ["test.proto"], arguments);

    /// <summary>Compiles <paramref name="inputs"/> from a folder that contains <paramref name="files"/> to a descriptor set.</summary>
    public static ProtocResult Compile(
        IReadOnlyList<(string Name, byte[] Text)> files, IReadOnlyList<string> inputs, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        foreach ((var name, var text) in files)
        {
            folder.Write(name, text);
        }

        var output = Path.Combine(folder.Path, "descriptors.out");
        var run = Run(folder.Path, ["-I.", "-I" + IncludePath, "--descriptor_set_out=" + output, .. arguments, .. inputs]);
        var errors = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(run.Errors));
        return new ProtocResult(run.ExitCode, errors, File.Exists(output) ? File.ReadAllBytes(output) : []);
    }

    /// <summary>Returns the C# message classes of each file.</summary>
    /// <exception cref="InvalidOperationException">protoc rejects a file.</exception>
    public static IReadOnlyList<string> GenerateCSharp(IEnumerable<ProtoSource> files)
    {
        using var folder = new TemporaryFolder();
        var names = new List<string>();
        foreach ((var name, var text) in files)
        {
            folder.Write(Path.Combine("in", name), Encoding.UTF8.GetBytes(text));
            names.Add(name);
        }

        var output = Directory.CreateDirectory(Path.Combine(folder.Path, "out")).FullName;
        var run = Run(
            Path.Combine(folder.Path, "in"),
            ["--csharp_out=" + output, "--csharp_opt=base_namespace=", "-I.", "-I" + IncludePath, .. names]);
        return run.ExitCode == 0
            ? [.. Directory.EnumerateFiles(output, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)]
            : throw new InvalidOperationException(run.Errors);
    }

    /// <summary>
    /// Returns whether a line of stderr is a log line of protoc's libraries, with time and process, and not a message of the compiler.
    /// </summary>
    public static bool IsOfLog(string line) => LogLine().IsMatch(line);

    private static string PackagePath(string key) =>
        typeof(Protoc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;

    private static string ProgramName(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    // The packages have different names for Linux on ARM.
    private static string Platform(string arm64) =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macosx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 && OperatingSystem.IsLinux() ? arm64 : "_x64");

    // The end of a message that shows options also matches, because its text differs from run to run.
    [GeneratedRegex(@"^[EW][0-9]{4} [0-9:.]+ +[0-9]+ \w+\.cc:[0-9]+\] |^(Unparsed options|Parsing attempt): +goo\.gle/debug")]
    private static partial Regex LogLine();
}

/// <summary>The outcome of one run of protoc.</summary>
/// <param name="ExitCode">0 if protoc accepted the files.</param>
/// <param name="Errors">The bytes of standard error as Latin-1.</param>
/// <param name="Output">The bytes of standard output.</param>
public sealed record ProtocRun(int ExitCode, string Errors, byte[] Output);

/// <summary>The outcome of compiling to a descriptor set.</summary>
/// <param name="ExitCode">0 if protoc accepted the files.</param>
/// <param name="Errors">The text of standard error.</param>
/// <param name="Descriptors">A serialized FileDescriptorSet; empty if protoc rejected the files.</param>
public sealed record ProtocResult(int ExitCode, string Errors, byte[] Descriptors)
{
    /// <summary>Gets the lines of <see cref="Errors"/>.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
