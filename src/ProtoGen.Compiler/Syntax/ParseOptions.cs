namespace ProtoGen.Compiler.Syntax;

/// <summary>Tells what a parse records besides the tree.</summary>
public sealed record ParseOptions
{
    /// <summary>The tree only.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>Gets whether to record the locations that SourceCodeInfo holds.</summary>
    public bool RecordLocations { get; init; }
}
