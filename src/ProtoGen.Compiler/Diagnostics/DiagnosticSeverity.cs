namespace ProtoGen.Compiler.Diagnostics;

/// <summary>Tells whether a diagnostic fails the build.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Suspicious but accepted; code is still generated.</summary>
    Warning,

    /// <summary>The file is rejected.</summary>
    Error,
}
