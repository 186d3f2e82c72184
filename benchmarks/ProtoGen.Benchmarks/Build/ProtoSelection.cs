using System.Text.RegularExpressions;

namespace ProtoGen.Benchmarks.Build;

/// <summary>A part of the corpus that compiles on its own: files with all that they import.</summary>
internal static partial class ProtoSelection
{
    /// <summary>At least so many files, if the corpus has them, as import names.</summary>
    public static IReadOnlyCollection<string> Take(string corpus, int count)
    {
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(Path.Combine(corpus, "google", "cloud"), "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (taken.Count >= count) break;
            Add(Path.GetRelativePath(corpus, path).Replace('\\', '/'), corpus, taken);
        }

        return taken;
    }

    private static void Add(string name, string corpus, SortedSet<string> taken)
    {
        if (name.StartsWith("google/protobuf/", StringComparison.Ordinal) || !taken.Add(name)) return;
        foreach (Match import in Import().Matches(File.ReadAllText(Path.Combine(corpus, name)))) Add(import.Groups[1].Value, corpus, taken);
    }

    [GeneratedRegex("^import\\s+(?:public\\s+)?\"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Import();
}
