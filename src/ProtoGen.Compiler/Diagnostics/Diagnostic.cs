using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>One error or warning, as data that can be compared by value.</summary>
/// <param name="Id">The stable id, <c>PGnnnn</c>; see docs/diagnostics.md.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="File">The import name of the file, such as <c>a/b.proto</c>.</param>
/// <param name="Line">Zero-based line, or -1 when the diagnostic has no place in the file.</param>
/// <param name="Column">Zero-based column as protoc counts it: bytes, with tab stops every 8; -1 without a place.</param>
/// <param name="Span">The bytes that are marked in an editor; empty without a place. protoc has no line for some errors that an editor can mark all the same.</param>
/// <param name="Message">protoc's words.</param>
public sealed record Diagnostic(
    string Id, DiagnosticSeverity Severity, string File, int Line, int Column, TextSpan Span, string Message);
