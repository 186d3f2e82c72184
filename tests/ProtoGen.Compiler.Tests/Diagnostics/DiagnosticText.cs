using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Tests.Diagnostics;

/// <summary>Formats diagnostics as protoc prints them.</summary>
public static class DiagnosticText
{
    public static string[] Format(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(Format).ToArray();

    /// <summary>Lines and columns are one-based, and omitted without a position.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        var place = diagnostic.Line < 0 ? "" : $":{diagnostic.Line + 1}:{diagnostic.Column + 1}";
        var severity = diagnostic.Severity == DiagnosticSeverity.Warning ? "warning: " : "";
        return $"{diagnostic.File}{place}: {severity}{diagnostic.Message}";
    }
}
