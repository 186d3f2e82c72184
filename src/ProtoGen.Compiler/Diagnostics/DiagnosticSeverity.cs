namespace ProtoGen.Compiler.Diagnostics;

/// <summary>Specifies whether a diagnostic fails the build.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The file is accepted, and code is generated.</summary>
    Warning,

    /// <summary>The file is rejected.</summary>
    Error,
}
