namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The stages in which protoc finds and prints the diagnostics of a file.</summary>
/// <remarks>
/// protoc enters a stage only if the earlier ones found no error; <see cref="FieldNumbers"/> and <see cref="OptionTargets"/> are one stage
/// in this respect.
/// </remarks>
internal enum LinkStage
{
    /// <summary>While the file is linked.</summary>
    Linking,

    /// <summary>When the file and its imports are linked: options that the edition doesn't have.</summary>
    Lifetimes,

    /// <summary>When all files of a command line are linked: field numbers of the library.</summary>
    FieldNumbers,

    /// <summary>Together with <see cref="FieldNumbers"/>, after those of all files: options on elements that they are not for.</summary>
    OptionTargets,

    /// <summary>An edition that protoc knows and does not support yet.</summary>
    Edition,

    /// <summary>Missing <c>import option</c> files that the file did not need. protoc prints nothing here; it crashes.</summary>
    OptionImports,
}
