namespace ProtoGen.Differential.Descriptors;

/// <summary>What a compiler is asked to write.</summary>
internal enum CompilerOutput
{
    /// <summary>Descriptors without source info.</summary>
    Descriptors,

    /// <summary>Descriptors with source info.</summary>
    SourceInfo,

    /// <summary>Python modules and stubs.</summary>
    Python,
}
