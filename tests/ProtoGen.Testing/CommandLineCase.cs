using System.Diagnostics;
using System.Text;

namespace ProtoGen.Testing;

/// <summary>Runs protoc and protogenc with the same arguments, in separate folders with the same files.</summary>
public static class CommandLineCase
{
    /// <summary>The start of a text that names the target of a symbolic link instead of the content of a file.</summary>
    public const string LinkMark = "link to ";

    /// <summary>The outcome of a run.</summary>
    /// <param name="ExitCode">The exit code.</param>
    /// <param name="Errors">stderr, without the program's name.</param>
    /// <param name="Output">stdout.</param>
    /// <param name="Files">The new files, by path.</param>
    public sealed record Outcome(int ExitCode, string Errors, string Output, IReadOnlyDictionary<string, byte[]> Files);

    /// <summary>Runs a compiler in a new folder that has <paramref name="files"/> and <paramref name="binaries"/>.</summary>
    public delegate Outcome Runner(
        IReadOnlyDictionary<string, string> files, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, byte[]>? binaries,
        bool addsIncludes);

    /// <summary>Runs protoc.</summary>
    public static Outcome RunProtoc(
        IReadOnlyDictionary<string, string> files, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, byte[]>? binaries = null,
        bool addsIncludes = true) =>
        Run(Protoc.Program, [], files, binaries, AddIncludes(arguments, addsIncludes));

    /// <summary>Runs the protogenc that the test project references.</summary>
    public static Outcome RunProtoGen(
        IReadOnlyDictionary<string, string> files, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, byte[]>? binaries = null,
        bool addsIncludes = true) =>
        Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "protogenc.dll")], files, binaries, AddIncludes(arguments, addsIncludes));

    private static string[] AddIncludes(IReadOnlyList<string> arguments, bool addsIncludes) =>
        addsIncludes ? [.. arguments, "-I" + Protoc.IncludePath] : [.. arguments];

    private static Outcome Run(
        string program, string[] first, IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, byte[]>? binaries,
        string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("protogen-cli-");
        try
        {
            foreach ((var name, var text) in files)
            {
                WriteFile(Path.Combine(folder.FullName, name), text);
            }

            foreach ((var name, var content) in binaries ?? new Dictionary<string, byte[]>())
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, name), content);
            }

            var start = new ProcessStartInfo(program, [.. first, .. arguments])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                StandardErrorEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return new Outcome(process.ExitCode, errors, output.GetAwaiter().GetResult(), ReadNewFiles(folder.FullName, files));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (text.StartsWith(LinkMark, StringComparison.Ordinal))
        {
            File.CreateSymbolicLink(path, text[LinkMark.Length..]);
            return;
        }

        File.WriteAllText(path, text);
        if (text.StartsWith("#!", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static IReadOnlyDictionary<string, byte[]> ReadNewFiles(string folder, IReadOnlyDictionary<string, string> files) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !files.ContainsKey(file.Name))
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.Path));
}
