namespace ProtoGen.Compiler.Diagnostics;

/// <summary>How grave a diagnostic is: an error fails the build, a warning does not.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Something is doubtful; output is made all the same.</summary>
    Warning,

    /// <summary>The file is rejected.</summary>
    Error,
}
