using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace ProtoGen.Testing;

/// <summary>
/// Compares text with a file beside the test, named as Verify names it: <c>Class.Method.name.verified.cs</c>. What differs is written
/// to <c>….received.cs</c>; <c>PROTOGEN_UPDATE=1</c> takes it over. One file without dependencies: copy it into your own tests.
/// </summary>
public static class Snapshot
{
    /// <summary>Fails, and leaves a .received file, if the text isn't the verified one.</summary>
    /// <param name="actual">The text, with any line ends.</param>
    /// <param name="name">What tells this text from others of the same test; may have an extension of its own, such as <c>x.proto</c>.</param>
    /// <param name="testFile">Given by the C# compiler.</param>
    /// <param name="test">Given by the C# compiler.</param>
    public static void Match(string actual, string name, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var start = Path.ChangeExtension(OnDisk(testFile), null) + $".{test}.{name}";
        var (verified, received) = (start + ".verified.cs", start + ".received.cs");
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("PROTOGEN_UPDATE") == "1") File.WriteAllText(verified, actual);
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        File.Delete(received);
        if (actual == expected) return;
        File.WriteAllText(received, actual);
        throw new XunitException($"{FirstDifference(expected, actual)}\nCompare {received}\nwith    {verified}\nPROTOGEN_UPDATE=1 takes it over.");
    }

    /// <summary>
    /// Where a source file is on this machine. A build with <c>ContinuousIntegrationBuild</c> tells the compiler's callers a path
    /// such as <c>/_/tests/X.cs</c>, so the file is looked for above the test's assembly.
    /// </summary>
    /// <exception cref="FileNotFoundException">No folder above the test's assembly has such a file.</exception>
    private static string OnDisk(string sourceFile)
    {
        if (File.Exists(sourceFile)) return sourceFile;
        var parts = sourceFile.Split('/', '\\');
        for (var first = 1; first < parts.Length; first++)
        {
            for (var root = new DirectoryInfo(AppContext.BaseDirectory); root != null; root = root.Parent)
            {
                var path = Path.Combine([root.FullName, .. parts[first..]]);
                if (File.Exists(path)) return path;
            }
        }

        throw new FileNotFoundException($"{sourceFile} is in no folder above {AppContext.BaseDirectory}.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        for (var line = 0; line < Math.Max(wanted.Length, got.Length); line++)
        {
            var (w, g) = (wanted.ElementAtOrDefault(line), got.ElementAtOrDefault(line));
            if (w != g) return $"Line {line + 1} is\n  {g}\nand not\n  {w}";
        }

        return "The texts are the same.";
    }
}
