using System.Text.RegularExpressions;

namespace ProtoGen.Compiler.Tests.Diagnostics;

/// <summary>The entries of docs/diagnostics.md.</summary>
internal static partial class DiagnosticsDocument
{
    public static IReadOnlyList<DocumentedDiagnostic> Entries { get; } = Read();

    private static DocumentedDiagnostic[] Read()
    {
        var text = File.ReadAllText(GetPath("diagnostics.md")).ReplaceLineEndings("\n");
        return [
            .. EntryPattern().Matches(text).Select(match => new DocumentedDiagnostic(match.Groups["id"].Value, match.Groups["body"].Value)),
        ];
    }

    /// <summary>Finds files that the project copies beside the tests.</summary>
    public static IEnumerable<string> FindFiles(string pattern) => Directory.EnumerateFiles(GetPath(""), pattern);

    private static string GetPath(string name) => Path.Combine(AppContext.BaseDirectory, "Diagnostics", name);

    [GeneratedRegex(@"^### (?<id>PG\d{4})\n(?<body>.*?)(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex EntryPattern();
}
