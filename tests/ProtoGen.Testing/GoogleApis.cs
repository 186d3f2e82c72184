using System.Text.RegularExpressions;

namespace ProtoGen.Testing;

/// <summary>Reads selections of Google's API definitions, each with all that it imports except Google.Protobuf's own files.</summary>
public static partial class GoogleApis
{
    // Larger files test little more than smaller ones do, and the C# compiler needs much longer for them.
    private const int LargestPickedFile = 5 * 1024;

    /// <summary>Returns all files of some folders, such as "google/pubsub".</summary>
    public static IReadOnlyList<ProtoSource> Read(params string[] folders)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var name in Names(folder))
            {
                Add(name, files);
            }
        }

        return [.. files.Select(file => new ProtoSource(file.Key, file.Value))];
    }

    /// <summary>Returns <paramref name="count"/> or a few more small files, spread evenly over all.</summary>
    public static IReadOnlyList<ProtoSource> Pick(int count)
    {
        string[] names =
        [
            .. Names("google").Where(name =>
                !IsWellKnown(name) && new FileInfo(Path.Combine(Repository.GoogleApis, name)).Length <= LargestPickedFile),
        ];
        var files = new Dictionary<string, string>(StringComparer.Ordinal);

        // Each round selects the files halfway between those of the previous rounds.
        for (var step = names.Length; step > 0 && files.Count < count; step /= 2)
        {
            for (var i = step / 2; i < names.Length && files.Count < count; i += step)
            {
                Add(names[i], files);
            }
        }

        return [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new ProtoSource(file.Key, file.Value))];
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.GoogleApis, folder), "*.proto", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.GoogleApis, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static void Add(string name, Dictionary<string, string> files)
    {
        if (IsWellKnown(name) || files.ContainsKey(name))
        {
            return;
        }

        var text = File.ReadAllText(Path.Combine(Repository.GoogleApis, name));
        files.Add(name, text);
        foreach (Match import in Import().Matches(text))
        {
            Add(import.Groups[1].Value, files);
        }
    }

    private static bool IsWellKnown(string name) => name.StartsWith("google/protobuf/", StringComparison.Ordinal);

    [GeneratedRegex("^import (?:public )?\"([^\"]+)\";", RegexOptions.Multiline)]
    private static partial Regex Import();
}
