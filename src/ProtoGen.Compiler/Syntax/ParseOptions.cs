namespace ProtoGen.Compiler.Syntax;

/// <summary>Options that specify what the parser records besides the tree.</summary>
public sealed record ParseOptions
{
    /// <summary>Gets the options to record only the tree.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>Gets whether to record the locations that SourceCodeInfo contains.</summary>
    public bool RecordLocations { get; init; }
}
