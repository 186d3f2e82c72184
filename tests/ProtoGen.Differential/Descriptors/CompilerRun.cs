using System.Text.RegularExpressions;
using ProtoGen.Tool;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Differential.Descriptors;

/// <summary>The outcome of one command line of a compiler.</summary>
/// <param name="ExitCode">0 if it accepted all files.</param>
/// <param name="Errors">stderr, a line each; bytes as Latin-1.</param>
/// <param name="Files">The bytes of each FileDescriptorProto by file name.</param>
internal sealed partial record CompilerRun(int ExitCode, string[] Errors, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Exit codes from here on are signals, as shells count them.</summary>
    private const int FirstSignal = 128;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Whether the compiler crashed instead of reporting an error, as protoc does on a few files.</summary>
    public bool IsAbort => ExitCode >= FirstSignal;

    /// <summary>Runs protoc in a process of its own.</summary>
    public static CompilerRun RunProtoc(IReadOnlyList<string> importPath, IReadOnlyList<string> files, bool withSourceInfo) => Run(importPath, files, withSourceInfo, arguments =>
    {
        ProtocRun run = Protoc.Run(Environment.CurrentDirectory, ["@" + arguments], limit: Limit);
        return (run.ExitCode, run.Errors);
    });

    /// <summary>Runs protogenc in this process.</summary>
    public static CompilerRun RunProtoGen(IReadOnlyList<string> importPath, IReadOnlyList<string> files, bool withSourceInfo) => Run(importPath, files, withSourceInfo, arguments =>
    {
        using var errors = new MemoryStream();
        int exitCode;
        try
        {
            exitCode = new Compilation(Stream.Null, new ErrorStream(errors)).Run(["@" + arguments]);
        }
        catch (Exception e)
        {
            return (2, e.ToString());
        }

        return (exitCode, System.Text.Encoding.Latin1.GetString(errors.ToArray()));
    });

    private static CompilerRun Run(
        IReadOnlyList<string> importPath, IReadOnlyList<string> files, bool withSourceInfo, Func<string, (int ExitCode, string Errors)> compile)
    {
        string output = Path.GetTempFileName();
        string arguments = Path.GetTempFileName();
        try
        {
            string[] flags = [.. importPath.Select(folder => "-I" + folder), "--descriptor_set_out=" + output];
            File.WriteAllLines(arguments, [.. flags, .. withSourceInfo ? ["--include_source_info"] : Array.Empty<string>(), .. files]);
            (int exitCode, string errors) = compile(arguments);
            IReadOnlyDictionary<string, byte[]> descriptors = exitCode == 0 ? DescriptorSetReader.Read(File.ReadAllBytes(output)) : new Dictionary<string, byte[]>();
            string[] lines = [.. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !LogLine().IsMatch(line))];
            return new CompilerRun(exitCode, lines, descriptors);
        }
        finally
        {
            File.Delete(output);
            File.Delete(arguments);
        }
    }

    /// <summary>Matches log lines of protoc's libraries, which start with time and process and are no diagnostics.</summary>
    [GeneratedRegex(@"^[EW][0-9]{4} [0-9:.]+ +[0-9]+ \w+\.cc:[0-9]+\] ")]
    private static partial Regex LogLine();
}
