namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The stages in which protoc finds and prints the diagnostics of a file.</summary>
/// <remarks>
/// protoc enters a stage only if the earlier ones found no error; <see cref="FieldNumbers"/> and <see cref="OptionTargets"/> are one stage
/// in this respect.
/// </remarks>
internal enum LinkStage
{
    /// <summary>The file is linked.</summary>
    Linking,

    /// <summary>The file and its imports are linked: options that the edition does not have.</summary>
    Lifetimes,

    /// <summary>All files of a command line are linked: field numbers that are reserved for the protobuf library.</summary>
    FieldNumbers,

    /// <summary>The same time as <see cref="FieldNumbers"/>, but printed after it: options on elements that they do not apply to.</summary>
    OptionTargets,

    /// <summary>An edition that protoc knows but does not support yet.</summary>
    Edition,

    /// <summary>Missing <c>import option</c> files that the file did not need. protoc prints nothing here; it crashes.</summary>
    OptionImports,
}
