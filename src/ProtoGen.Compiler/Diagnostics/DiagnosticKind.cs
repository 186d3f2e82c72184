using System.Globalization;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>A kind of diagnostic.</summary>
/// <param name="Id">The stable ID, <c>PGnnnn</c>.</param>
/// <param name="Severity">Whether it is an error or a warning.</param>
/// <param name="Format">The message, with {0}, {1} and so on for the parts that vary.</param>
public sealed record DiagnosticKind(string Id, DiagnosticSeverity Severity, string Format)
{
    /// <summary>Returns the message with the arguments in their positions.</summary>
    public string GetMessage(params string[] arguments) =>
        arguments.Length == 0 ? Format : string.Format(CultureInfo.InvariantCulture, Format, arguments);

    internal static DiagnosticKind Error(string id, string format) => new(id, DiagnosticSeverity.Error, format);

    internal static DiagnosticKind Warning(string id, string format) => new(id, DiagnosticSeverity.Warning, format);
}
