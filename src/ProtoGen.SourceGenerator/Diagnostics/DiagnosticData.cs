using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProtoGen.SourceGenerator.Diagnostics;

/// <summary>A diagnostic as values: what leaves the pipeline's steps.</summary>
/// <param name="Id">The id.</param>
/// <param name="IsError">Error or warning.</param>
/// <param name="Message">The words.</param>
/// <param name="Path">The file; null for the project as a whole.</param>
/// <param name="Span">The place in UTF-16 units.</param>
/// <param name="Lines">The place as lines and columns.</param>
internal sealed record DiagnosticData(
    string Id, bool IsError, string Message, string? Path = null, TextSpan Span = default, LinePositionSpan Lines = default)
{
    /// <summary>The compiler's form of it.</summary>
    public Diagnostic ToDiagnostic()
    {
        var severity = IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var location = Path is null ? Location.None : Location.Create(Path, Span, Lines);
        return Diagnostic.Create(
            Id, Category, Message, severity, severity, isEnabledByDefault: true, IsError ? 0 : 1, location: location);
    }

    /// <summary>The category of all diagnostics.</summary>
    public const string Category = "ProtoGen";

}
