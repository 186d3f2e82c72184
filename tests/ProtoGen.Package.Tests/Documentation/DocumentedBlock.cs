using System.Text.RegularExpressions;

namespace ProtoGen.Package.Tests.Documentation;

/// <summary>
/// A fenced block of a document. The hidden comment before it states how it is tested:
/// <c>&lt;!-- test: file PATH --&gt;</c>, <c>run in FOLDER</c>, <c>printed</c> (by the block before it) or <c>done by FILE</c>.
/// </summary>
/// <param name="Document">The path of the document in the repository.</param>
/// <param name="Line">The line on which the text begins.</param>
/// <param name="Language">The language after the fence; empty for output and diagrams.</param>
/// <param name="Verb">The verb of the comment; empty without one.</param>
/// <param name="Argument">The path in the comment.</param>
/// <param name="Text">The block without the indentation of its fence.</param>
internal sealed partial record DocumentedBlock(string Document, int Line, string Language, string Verb, string Argument, string Text)
{
    /// <summary>Gets the document and line.</summary>
    public string Position => $"{Document}:{Line}";

    /// <summary>Gets the lines as commands, without comments.</summary>
    public IEnumerable<string> Commands => Text.Split('\n').Select(line => line.Split(" #")[0].Trim()).Where(line => line.Length > 0);

    /// <summary>Gets whether readers may copy the block, so that it must work.</summary>
    public bool IsToBeCopied => Language is not ("" or "text");

    /// <summary>Reads the blocks of a document.</summary>
    public static IEnumerable<DocumentedBlock> Read(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");
        foreach (Match match in Fence().Matches(text))
        {
            var body = match.Groups["text"];
            var indent = match.Groups["indent"].Value;
            var lines = body.Value.Split('\n')
                .Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line);
            yield return new DocumentedBlock(
                document, text.AsSpan(0, body.Index).Count('\n') + 1, match.Groups["language"].Value,
                match.Groups["verb"].Value, match.Groups["argument"].Value, string.Join('\n', lines));
        }
    }

    [GeneratedRegex(
        @"(^[ ]*<!--\ test:\ (?<verb>file|run\ in|printed|done\ by)(\ (?<argument>\S+))?\ -->\n)?
          ^(?<indent>[ ]*)```(?<language>\w*)\n(?<text>.*?\n)[ ]*```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
