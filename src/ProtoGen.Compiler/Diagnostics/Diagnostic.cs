using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>An error or a warning about a .proto file, comparable by value.</summary>
/// <param name="Kind">The kind, with its stable ID and protoc's wording.</param>
/// <param name="File">The import name of the file, such as <c>a/b.proto</c>.</param>
/// <param name="Line">The zero-based line that protoc prints; -1 if protoc prints none.</param>
/// <param name="Column">The zero-based column that protoc prints, in bytes with tab stops every 8; -1 if protoc prints none.</param>
/// <param name="Span">The bytes that an editor marks. It can be set although protoc prints no position; empty for the file as a
/// whole.</param>
public sealed record Diagnostic(DiagnosticKind Kind, string File, int Line, int Column, TextSpan Span)
{
    /// <summary>Gets the texts that replace the placeholders of <see cref="DiagnosticKind.Format"/>, in order.</summary>
    public EquatableArray<string> Arguments { get; init; }

    /// <summary>Gets other positions that explain the diagnostic, such as the first of two definitions of one name.</summary>
    public EquatableArray<RelatedSpan> Related { get; init; }

    /// <summary>Gets the stable ID, <c>PGnnnn</c>.</summary>
    public string Id => Kind.Id;

    /// <summary>Gets whether it is an error or a warning.</summary>
    public DiagnosticSeverity Severity => Kind.Severity;

    /// <summary>Gets the message, in protoc's wording.</summary>
    public string Message => Kind.GetMessage(Arguments.ToArray());
}

/// <summary>A position that explains a diagnostic, in the same or another file.</summary>
/// <param name="Path">The path under which the host parsed the file.</param>
/// <param name="Text">The text of the file.</param>
/// <param name="Span">The bytes that an editor marks.</param>
public sealed record RelatedSpan(string Path, SourceText Text, TextSpan Span);
