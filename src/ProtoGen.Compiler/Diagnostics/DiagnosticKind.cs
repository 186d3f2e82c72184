namespace ProtoGen.Compiler.Diagnostics;

/// <summary>One kind of diagnostic: its stable id, how grave it is, and protoc's words with {0}, {1} for what varies.</summary>
public sealed record DiagnosticKind(string Id, DiagnosticSeverity Severity, string Format)
{
    /// <summary>An error.</summary>
    internal static DiagnosticKind Error(string id, string format) => new(id, DiagnosticSeverity.Error, format);

    /// <summary>A warning.</summary>
    internal static DiagnosticKind Warning(string id, string format) => new(id, DiagnosticSeverity.Warning, format);

    /// <summary>The words with the arguments in place.</summary>
    public string GetMessage(params string[] arguments)
    {
        string message = Format;
        if (arguments.Length > 0)
        {
            message = string.Format(System.Globalization.CultureInfo.InvariantCulture, message, arguments);
        }

        return message;
    }
}
