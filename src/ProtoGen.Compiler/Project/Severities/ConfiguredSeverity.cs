namespace ProtoGen.Compiler.Project.Severities;

/// <summary>The severities that a configuration file can give a warning.</summary>
public enum ConfiguredSeverity
{
    /// <summary>The severity that the warning has without configuration.</summary>
    Default,

    /// <summary>The warning is not reported.</summary>
    None,

    /// <summary>The warning is reported, but not shown.</summary>
    Silent,

    /// <summary>The warning is shown in the editor only.</summary>
    Suggestion,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
