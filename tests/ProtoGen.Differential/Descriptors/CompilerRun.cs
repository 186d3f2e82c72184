using System.IO.Compression;
using ProtoGen.Tool;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Differential.Descriptors;

/// <summary>The outcome of one command line of a compiler.</summary>
/// <param name="ExitCode">0 if it accepted all files.</param>
/// <param name="Errors">stderr, a line each; bytes as Latin-1.</param>
/// <param name="Files">The bytes of each FileDescriptorProto, or of each generated file, by file name.</param>
internal sealed record CompilerRun(int ExitCode, string[] Errors, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The first exit code that stands for a signal, as in shells.</summary>
    private const int FirstSignal = 128;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Gets whether the compiler crashed instead of reporting an error, as protoc does on a few files.</summary>
    public bool IsAbort => ExitCode >= FirstSignal;

    /// <summary>Runs protoc in a separate process.</summary>
    public static CompilerRun RunProtoc(IReadOnlyList<string> importPath, IReadOnlyList<string> files, CompilerOutput output) =>
        Run(importPath, files, output, arguments =>
    {
        var run = Protoc.Run(Environment.CurrentDirectory, ["@" + arguments], limit: Limit);
        return (run.ExitCode, run.Errors);
    });

    /// <summary>Runs protogenc in this process.</summary>
    public static CompilerRun RunProtoGen(IReadOnlyList<string> importPath, IReadOnlyList<string> files, CompilerOutput output) =>
        Run(importPath, files, output, arguments =>
    {
        using var errors = new MemoryStream();
        int exitCode;
        try
        {
            exitCode = new Compilation(Stream.Null, Stream.Null, new ErrorStream(errors)).Run(["@" + arguments]);
        }
        catch (Exception e)
        {
            return (2, e.ToString());
        }

        return (exitCode, System.Text.Encoding.Latin1.GetString(errors.ToArray()));
    });

    private static CompilerRun Run(
        IReadOnlyList<string> importPath, IReadOnlyList<string> files, CompilerOutput output,
        Func<string, (int ExitCode, string Errors)> compile)
    {
        // Generated files go to an archive, which is one file as a descriptor set is.
        var target = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + (IsArchive(output) ? ".zip" : ".pb"));
        var arguments = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(arguments, [.. importPath.Select(folder => "-I" + folder), .. Flags(output, target), .. files]);
            (var exitCode, var errors) = compile(arguments);
            var written = exitCode == 0 ? Read(output, target) : new Dictionary<string, byte[]>();
            string[] lines = [.. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !Protoc.IsOfLog(line))];
            return new CompilerRun(exitCode, lines, written);
        }
        finally
        {
            File.Delete(target);
            File.Delete(arguments);
        }
    }

    private static bool IsArchive(CompilerOutput output) => output is CompilerOutput.Python or CompilerOutput.CSharp;

    private static string[] Flags(CompilerOutput output, string target) => output switch
    {
        CompilerOutput.Python => ["--python_out=" + target, "--pyi_out=" + target],
        CompilerOutput.CSharp => ["--csharp_out=" + target],
        CompilerOutput.SourceInfo => ["--descriptor_set_out=" + target, "--include_source_info"],
        _ => ["--descriptor_set_out=" + target],
    };

    private static IReadOnlyDictionary<string, byte[]> Read(CompilerOutput output, string target)
    {
        if (!IsArchive(output))
        {
            return DescriptorSetReader.Read(File.ReadAllBytes(target));
        }

        using var archive = ZipFile.OpenRead(target);
        return archive.Entries.ToDictionary(entry => entry.FullName, ReadEntry);
    }

    private static byte[] ReadEntry(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
