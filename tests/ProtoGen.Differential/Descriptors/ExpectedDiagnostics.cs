using System.Text;

namespace ProtoGen.Differential.Descriptors;

/// <summary>
/// The files <c>x.diagnostics.txt</c> beside <c>x.proto</c> in tests/Corpus. They contain protoc's output for the file alone. A missing
/// file stands for no output.
/// </summary>
internal static class ExpectedDiagnostics
{
    public const string Extension = ".diagnostics.txt";

    /// <summary>Returns the path of the expectation for a file that is named relative to its import root.</summary>
    public static string PathOf(string root, string file) => Path.Combine(root, Path.ChangeExtension(file, null) + Extension);

    /// <summary>Returns the text of the expectation.</summary>
    public static string Read(string root, string file)
    {
        var path = PathOf(root, file);
        return File.Exists(path) ? File.ReadAllText(path, Encoding.Latin1) : "";
    }

    /// <summary>Replaces the expectation.</summary>
    public static void Write(string root, string file, string text)
    {
        File.Delete(PathOf(root, file));
        if (text.Length > 0)
        {
            File.WriteAllText(PathOf(root, file), text, Encoding.Latin1);
        }
    }

    /// <summary>Returns what a compiler printed, with paths relative to the import root.</summary>
    public static string Format(CompilerRun run, string root) =>
        string.Concat(UnstableOrder.Sort(run.Errors).Select(line => line.Replace(root + "/", "", StringComparison.Ordinal) + "\n"));
}
