using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Project.Diagnostics;

/// <summary>A diagnostic about a project or one of its files, in the form in which hosts report it.</summary>
/// <param name="Id">The ID, <c>PGnnnn</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">The text.</param>
/// <param name="Path">The file's path as the build gave it; null for the project as a whole.</param>
/// <param name="Span">The position in the file; the default stands for the whole file.</param>
public sealed record ProjectDiagnostic(
    string Id, DiagnosticSeverity Severity, string Message, string? Path = null, EditorSpan Span = default)
{
    /// <summary>Gets further positions that explain the diagnostic, such as the first of two definitions of a name.</summary>
    public EquatableArray<RelatedLocation> Related { get; init; }

    /// <summary>Creates a diagnostic about the project or about a whole file.</summary>
    public static ProjectDiagnostic Create(DiagnosticKind kind, string? path, params string[] arguments) =>
        new(kind.Id, kind.Severity, kind.GetMessage(arguments), path);
}

/// <summary>A further position of a diagnostic.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Span">The position in the file.</param>
public sealed record RelatedLocation(string Path, EditorSpan Span);

/// <summary>A range of text in the units of editors: UTF-16 offsets and zero-based lines and columns.</summary>
/// <param name="Start">The start offset.</param>
/// <param name="End">The end offset, exclusive.</param>
/// <param name="StartLine">The line of the start.</param>
/// <param name="StartColumn">The column of the start.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column of the end.</param>
public readonly record struct EditorSpan(int Start, int End, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>Converts a range of bytes to UTF-16 units.</summary>
    internal static EditorSpan Create(TextSpan span, SourceText text)
    {
        var (startLine, startColumn) = text.GetUtf16Position(span.Start);
        var (endLine, endColumn) = text.GetUtf16Position(span.End);
        return new EditorSpan(text.GetUtf16Offset(span.Start), text.GetUtf16Offset(span.End), startLine, startColumn, endLine, endColumn);
    }
}
