namespace ProtoGen.Differential.Descriptors;

/// <summary>The kinds of output that a compiler writes.</summary>
internal enum CompilerOutput
{
    /// <summary>Descriptors without source info.</summary>
    Descriptors,

    /// <summary>Descriptors with source info.</summary>
    SourceInfo,

    /// <summary>Python modules and stubs.</summary>
    Python,

    /// <summary>C# message classes.</summary>
    CSharp,
}
