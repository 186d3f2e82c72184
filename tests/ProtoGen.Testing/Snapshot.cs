using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace ProtoGen.Testing;

/// <summary>
/// Compares text with a file beside the test that is named like Verify's: <c>Class.Method.name.verified.cs</c>. A difference is
/// written to <c>….received.cs</c>; set PROTOGEN_UPDATE=1 to accept it. This file has no dependencies and can be copied.
/// </summary>
public static class Snapshot
{
    /// <summary>Fails and writes a .received file if the text differs from the verified one.</summary>
    /// <param name="actual">The text, with any line ends.</param>
    /// <param name="name">The name of the text within the test; may have an extension, such as <c>x.proto</c>.</param>
    /// <param name="testFile">Passed by the C# compiler.</param>
    /// <param name="test">Passed by the C# compiler.</param>
    public static void Match(string actual, string name, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var start = Path.ChangeExtension(OnDisk(testFile), null) + $".{test}.{name}";
        Compare(actual, start + ".verified.cs", start + ".received.cs");
    }

    /// <summary>Fails and writes a .received file if the text differs from the file's. A missing file stands for an empty text.</summary>
    public static void MatchFile(string actual, string path) =>
        Compare(actual, path, Path.ChangeExtension(path, ".received" + Path.GetExtension(path)));

    private static void Compare(string actual, string verified, string received)
    {
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("PROTOGEN_UPDATE") == "1")
        {
            if (actual.Length > 0)
            {
                File.WriteAllText(verified, actual);
            }
            else
            {
                File.Delete(verified);
            }
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        File.Delete(received);
        if (actual == expected)
        {
            return;
        }

        File.WriteAllText(received, actual);
        throw new XunitException(
            $"{FirstDifference(expected, actual)}\nCompare {received}\nwith    {verified}\nSet PROTOGEN_UPDATE=1 to accept the new output.");
    }

    /// <summary>
    /// Finds a source file on this machine. A build with <c>ContinuousIntegrationBuild</c> maps paths to, for example,
    /// <c>/_/tests/X.cs</c>, so the file is searched in the folders above the test's assembly.
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
            if (w != g) return $"Line {line + 1} differs. Actual:\n  {g}\nExpected:\n  {w}";
        }

        return "The texts are the same.";
    }
}
