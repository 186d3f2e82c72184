using System.Text;
using System.Text.RegularExpressions;

namespace ProtoGen.Differential.Api;

/// <summary>Rewrites files of edition 2026 to edition 2024, which is the newest one that grpc_csharp_plugin accepts.</summary>
internal static partial class OlderEdition
{
    /// <summary>Returns the text of the file as an edition 2024 file, without the options that edition 2026 introduced.</summary>
    public static string Of(string text) =>
        NewOption().Replace(NewValueOption().Replace(Edition2026().Replace(text, "$1\"2024\""), ""), "");

    /// <summary>Writes the file and the files of edition 2026 that it imports below a folder, under the same names.</summary>
    public static void Write(IReadOnlyList<string> importPath, string file, string folder)
    {
        var known = new HashSet<string>();
        var open = new Stack<string>([file]);
        while (open.TryPop(out var name))
        {
            if (!known.Add(name)) continue;
            if (importPath.Select(root => Path.Combine(root, name)).FirstOrDefault(File.Exists) is not { } path) continue;
            var text = File.ReadAllText(path, Encoding.Latin1);
            foreach (Match import in ImportStatement().Matches(text)) open.Push(import.Groups[1].Value);
            if (!Edition2026().IsMatch(text)) continue;
            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, Of(text), Encoding.Latin1);
        }
    }

    [GeneratedRegex("""^(\s*edition\s*=\s*)["']2026["']""", RegexOptions.Multiline)]
    private static partial Regex Edition2026();

    [GeneratedRegex("""\boption\s+features\.(?:\(pb\.csharp\)\.nullable_reference_types|enforce_proto_limits)\s*=\s*\w+\s*;""")]
    private static partial Regex NewOption();

    [GeneratedRegex("""\[\s*\(pb\.enumvalue\.json\)\.string\s*=\s*"[^"]*"\s*\]""")]
    private static partial Regex NewValueOption();

    [GeneratedRegex("""^\s*import\s+(?:\w+\s+)?"([^"]*)"\s*;""", RegexOptions.Multiline)]
    private static partial Regex ImportStatement();
}
