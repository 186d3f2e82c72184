using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Diagnostics;

/// <summary>One entry of docs/diagnostics.md.</summary>
internal sealed partial record DocumentedDiagnostic(string Id, string Body)
{
    public bool IsReachable => !Body.Contains("\nNot reachable from a file: ", StringComparison.Ordinal);

    public bool HasFix => Body.Contains("\nFix: ", StringComparison.Ordinal);

    /// <summary>Gets the first line of text: the message in code quotes.</summary>
    public string Message => MessagePattern().Match(Body).Groups["text"].Value;

    /// <summary>
    /// Returns the example's files; a line <c>// file: name.proto</c> begins one, without it there is only example.proto.
    /// </summary>
    public ParsedFile[] ParseExample()
    {
        var example = ExamplePattern().Match(Body).Groups["text"].Value;
        var parts = FilePattern().Split(example);
        if (parts.Length == 1) return [Parse("example.proto", example)];
        return [.. parts.Skip(1).Chunk(2).Select(part => Parse(part[0], part[1]))];
    }

    private static ParsedFile Parse(string name, string text) =>
        ProtoParser.Parse(name, SourceText.From(Expand(text.TrimEnd('\n'))), ParseOptions.Default);

    /// <summary>Expands the shorthand for long texts and for bytes that are not UTF-8.</summary>
    private static byte[] Expand(string text)
    {
        var bytes = new List<byte>();
        foreach (var part in BytePattern().Split(RepetitionPattern().Replace(text, Repeat)))
        {
            if (part.StartsWith("0x", StringComparison.Ordinal)) bytes.Add(Convert.ToByte(part[2..], 16));
            else bytes.AddRange(Encoding.UTF8.GetBytes(part));
        }

        return [.. bytes];
    }

    private static string Repeat(Match match)
    {
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        var copies = Enumerable.Range(1, count)
            .Select(i => match.Groups["text"].Value.Replace("{i}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return string.Concat(copies);
    }

    [GeneratedRegex(@"\A\n(Warning: )?(?<quotes>`+) ?(?<text>.*?) ?\k<quotes>\n")]
    private static partial Regex MessagePattern();

    [GeneratedRegex(@"^```proto\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"^// file: (.+)\n", RegexOptions.Multiline)]
    private static partial Regex FilePattern();

    [GeneratedRegex("⟨(?<text>[^⟨⟩]*) × (?<count>[0-9]+)⟩")]
    private static partial Regex RepetitionPattern();

    [GeneratedRegex("⟨(0x[0-9A-F]{2})⟩")]
    private static partial Regex BytePattern();
}
