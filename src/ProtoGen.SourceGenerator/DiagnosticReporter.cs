using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Severities;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;
using ProtoSeverity = ProtoGen.Compiler.Diagnostics.DiagnosticSeverity;

namespace ProtoGen.SourceGenerator;

/// <summary>Reports the engine's diagnostics to the C# compiler.</summary>
internal static class DiagnosticReporter
{
    private const string Category = "ProtoGen";

    /// <summary>Reports diagnostics in order, with the severities that the project configures.</summary>
    public static void Report(
        SourceProductionContext context, (EquatableArray<ProjectDiagnostic> Diagnostics, SeverityRules Severities) input)
    {
        var (diagnostics, severities) = input;
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == ProtoSeverity.Error) Report(context, diagnostic, DiagnosticSeverity.Error);
            else if (GetSeverity(severities.Find(diagnostic.Id, diagnostic.Path)) is { } severity) Report(context, diagnostic, severity);
        }
    }

    /// <summary>Reports an error.</summary>
    public static void ReportError(SourceProductionContext context, ProjectDiagnostic diagnostic) =>
        Report(context, diagnostic, DiagnosticSeverity.Error);

    private static void Report(SourceProductionContext context, ProjectDiagnostic diagnostic, DiagnosticSeverity severity) =>
        context.ReportDiagnostic(Diagnostic.Create(
            diagnostic.Id, Category, diagnostic.Message, severity, severity, isEnabledByDefault: true,
            severity == DiagnosticSeverity.Error ? 0 : 1,
            helpLink: HelpLink.Get(diagnostic.Id),
            location: diagnostic.Path is null ? Location.None : GetLocation(diagnostic.Path, diagnostic.Span),
            additionalLocations: diagnostic.Related.Select(related => GetLocation(related.Path, related.Span))));

    private static DiagnosticSeverity? GetSeverity(ConfiguredSeverity configured) => configured switch
    {
        ConfiguredSeverity.None => null,
        ConfiguredSeverity.Silent => DiagnosticSeverity.Hidden,
        ConfiguredSeverity.Suggestion => DiagnosticSeverity.Info,
        ConfiguredSeverity.Error => DiagnosticSeverity.Error,
        _ => DiagnosticSeverity.Warning,
    };

    private static Location GetLocation(string path, EditorSpan span)
    {
        return Location.Create(
            path, TextSpan.FromBounds(span.Start, span.End),
            new LinePositionSpan(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
    }
}
