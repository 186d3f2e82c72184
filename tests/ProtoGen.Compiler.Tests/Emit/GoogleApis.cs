using System.Text.RegularExpressions;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>Some hundred of the real files in google-proto-files, with all that they import.</summary>
internal static partial class GoogleApis
{
    /// <summary>Larger files say little more than smaller ones, and take the C# compiler much longer.</summary>
    private const int LargestFile = 5 * 1024;

    private static readonly Lazy<string?> s_folder = new(FindFolder);

    /// <summary>Why tests on these files can't run; null when they can, or have to.</summary>
    public static string? SkipReason =>
        Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") == "1" || Directory.Exists(s_folder.Value)
            ? null
            : "tests/setup.sh has not brought google-proto-files";

    /// <summary>At least <paramref name="count"/> files: the first, the last and others evenly between, by name, with what they import.</summary>
    public static IReadOnlyList<(string Name, string Text)> Pick(int count)
    {
        string[] names = [.. Names(s_folder.Value!).Order(StringComparer.Ordinal)];
        var picked = new Dictionary<string, string>(StringComparer.Ordinal);
        // Each round takes the files halfway between those of the rounds before.
        for (int step = names.Length; step > 0 && picked.Count < count; step /= 2)
            for (int i = step / 2; i < names.Length && picked.Count < count; i += step)
                Add(names[i], picked);
        return [.. picked.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value))];
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "google"), "*.proto", SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).Length <= LargestFile)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(name => !name.StartsWith("google/protobuf/", StringComparison.Ordinal));

    private static void Add(string name, Dictionary<string, string> picked)
    {
        if (name.StartsWith("google/protobuf/", StringComparison.Ordinal) || picked.ContainsKey(name)) return;
        string text = File.ReadAllText(Path.Combine(s_folder.Value!, name));
        picked.Add(name, text);
        foreach (Match import in Import().Matches(text)) Add(import.Groups[1].Value, picked);
    }

    private static string? FindFolder()
    {
        if (Environment.GetEnvironmentVariable("PROTOGEN_CORPORA") is { } corpora) return Path.Combine(corpora, "google-proto-files");
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ProtoGen.sln")))
                return Path.Combine(folder.FullName, "artifacts", "npm", "node_modules", "google-proto-files");
        return null;
    }

    [GeneratedRegex("^import (?:public )?\"([^\"]+)\";", RegexOptions.Multiline)]
    private static partial Regex Import();
}

/// <summary>A test with data on google-proto-files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoogleApisTheoryAttribute : TheoryAttribute
{
    public GoogleApisTheoryAttribute() => Skip = GoogleApis.SkipReason;
}
