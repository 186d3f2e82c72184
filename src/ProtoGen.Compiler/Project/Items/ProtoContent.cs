using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Project.Items;

/// <summary>The text of an item, which is read and parsed on first use. A changed text is a new object.</summary>
public abstract class ProtoContent
{
    private ParsedContent? _parsed;

    /// <summary>Gets whether the locations that SourceCodeInfo contains are recorded.</summary>
    protected virtual bool RecordsLocations => false;

    /// <summary>Reads the text; null if the file does not exist.</summary>
    protected abstract SourceText? Read(CancellationToken cancellation);

    /// <summary>Parses the text on the first call and returns the same result on later calls.</summary>
    internal ParsedContent Parse(ProtoItem item, CancellationToken cancellation)
    {
        // Two threads may both parse the text. Their results are equal, so either one can stay.
        return _parsed ??= Read(cancellation) is { } text ? Parse(item, text) : CreateMissing(item);
    }

    private static ParsedContent CreateMissing(ProtoItem item)
    {
        var text = SourceText.From("");
        return new ParsedContent(
            text, ProtoParser.Parse(item.Path, text), ProjectDiagnostic.Create(ProjectDiagnosticKinds.FileNotFound, item.DisplayPath));
    }

    private ParsedContent Parse(ProtoItem item, SourceText text)
    {
        var options = new ParseOptions { RecordLocations = RecordsLocations };
        var parsed = CrashGuard.Run<ParsedFile?>(
            () => ProtoParser.Parse(item.Path, text, options), null, "parse the file", item.DisplayPath, out var failure);
        return new ParsedContent(text, parsed ?? ProtoParser.Parse(item.Path, SourceText.From("")), failure);
    }
}

/// <summary>The result of parsing a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="File">The syntax tree, whose name is the file's path.</param>
/// <param name="Failure">The diagnostic about a missing file or a crash of the parser; null if there is neither.</param>
internal sealed record ParsedContent(SourceText Text, ParsedFile File, ProjectDiagnostic? Failure);
