using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;
using ProtoSeverity = ProtoGen.Compiler.Diagnostics.DiagnosticSeverity;

namespace ProtoGen.SourceGenerator;

/// <summary>Reports the engine's diagnostics to the C# compiler.</summary>
internal static class DiagnosticReporter
{
    private const string Category = "ProtoGen";

    /// <summary>Reports the diagnostics in order.</summary>
    public static void Report(SourceProductionContext context, EquatableArray<ProjectDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Report(context, diagnostic);
    }

    /// <summary>Reports a diagnostic.</summary>
    public static void Report(SourceProductionContext context, ProjectDiagnostic diagnostic)
    {
        var isError = diagnostic.Severity == ProtoSeverity.Error;
        var severity = isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        context.ReportDiagnostic(Diagnostic.Create(
            diagnostic.Id, Category, diagnostic.Message, severity, severity, isEnabledByDefault: true, isError ? 0 : 1,
            helpLink: HelpLink.Get(diagnostic.Id),
            location: diagnostic.Path is null ? Location.None : GetLocation(diagnostic.Path, diagnostic.Span),
            additionalLocations: diagnostic.Related.Select(related => GetLocation(related.Path, related.Span))));
    }

    private static Location GetLocation(string path, EditorSpan span)
    {
        return Location.Create(
            path, TextSpan.FromBounds(span.Start, span.End),
            new LinePositionSpan(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
    }
}
