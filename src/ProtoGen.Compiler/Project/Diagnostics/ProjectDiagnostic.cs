using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Project.Diagnostics;

/// <summary>A diagnostic of a project or of one of its files, in the form in which a host reports it.</summary>
/// <param name="Id">The ID, <c>PGnnnn</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">The text.</param>
/// <param name="Path">The file's path as the build gave it; null for the project as a whole.</param>
/// <param name="Span">The position in the file; the default means the whole file.</param>
public sealed record ProjectDiagnostic(
    string Id, DiagnosticSeverity Severity, string Message, string? Path = null, EditorSpan Span = default)
{
    /// <summary>Other positions that explain the diagnostic, such as the first of two definitions of one name.</summary>
    public EquatableArray<RelatedLocation> Related { get; init; }

    /// <summary>Creates a diagnostic of a kind, for the project or for a file as a whole.</summary>
    public static ProjectDiagnostic Create(DiagnosticKind kind, string? path, params string[] arguments) =>
        new(kind.Id, kind.Severity, kind.GetMessage(arguments), path);
}

/// <summary>A second position of a diagnostic.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Span">The position in the file.</param>
public sealed record RelatedLocation(string Path, EditorSpan Span);

/// <summary>A range of a text as editors count: in UTF-16 units, and in zero-based lines and columns.</summary>
/// <param name="Start">The offset of the first unit.</param>
/// <param name="End">The offset after the last unit.</param>
/// <param name="StartLine">The line of the start.</param>
/// <param name="StartColumn">The column of the start.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column of the end.</param>
public readonly record struct EditorSpan(int Start, int End, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>Translates a range of bytes.</summary>
    internal static EditorSpan Create(TextSpan span, SourceText text)
    {
        var (startLine, startColumn) = text.GetUtf16Position(span.Start);
        var (endLine, endColumn) = text.GetUtf16Position(span.End);
        return new EditorSpan(text.GetUtf16Offset(span.Start), text.GetUtf16Offset(span.End), startLine, startColumn, endLine, endColumn);
    }
}
