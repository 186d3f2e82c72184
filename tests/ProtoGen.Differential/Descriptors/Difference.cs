namespace ProtoGen.Differential.Descriptors;

/// <summary>The kinds of differences.</summary>
internal enum DifferenceKind
{
    /// <summary>One compiler accepts what the other rejects.</summary>
    Verdict,

    /// <summary>Errors or warnings.</summary>
    Messages,

    /// <summary>The descriptor without source info.</summary>
    Descriptor,

    /// <summary>Comments and locations.</summary>
    SourceInfo,

    /// <summary>A Python module or stub.</summary>
    Python,
}

/// <summary>One file, or a group that differs only together, for which the compilers differ.</summary>
internal sealed record Difference(string File, DifferenceKind Kind, string Detail);
