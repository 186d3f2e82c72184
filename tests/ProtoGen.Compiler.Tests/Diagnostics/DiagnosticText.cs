using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Tests.Diagnostics;

/// <summary>Our diagnostics in the form in which protoc prints its own.</summary>
public static class DiagnosticText
{
    public static string[] Format(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(Format).ToArray();

    /// <summary>One-based lines and columns; neither when there is no place.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        string place = diagnostic.Line < 0 ? "" : $":{diagnostic.Line + 1}:{diagnostic.Column + 1}";
        string severity = diagnostic.Severity == DiagnosticSeverity.Warning ? "warning: " : "";
        return $"{diagnostic.File}{place}: {severity}{diagnostic.Message}";
    }
}
