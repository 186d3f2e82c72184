namespace ProtoGen.Compiler.Linking;

/// <summary>Tells how files are linked together.</summary>
public sealed record LinkOptions
{
    /// <summary>
    /// Gets the options that link each file alone, with only what it imports, directly or not. Every given file is an input.
    /// </summary>
    public static LinkOptions Project { get; } = new();

    /// <summary>
    /// Gets the names of the input files of one command line in order; null for <see cref="Project"/>. Other given files are only imported.
    /// </summary>
    /// <remarks>All are linked in one pool, and the first rejected file ends the run, as in protoc.</remarks>
    public IReadOnlyList<string>? CommandLine { get; init; }

    /// <summary>Gets whether the files of <see cref="CommandLine"/> come only from descriptor sets.</summary>
    /// <remarks>protoc then has no built-in files, and it prints no warnings, because it considers sets checked.</remarks>
    public bool AreFromSets { get; init; }

    /// <summary>
    /// Gets whether a file may lack an <c>import option</c> that it doesn't need, as protoc allows when it is given a descriptor set.
    /// </summary>
    public bool AllowsMissingOptionImports { get; init; }

    /// <summary>Gets whether the files of <see cref="CommandLine"/> may be of a known edition that is not supported.</summary>
    public bool AllowsAnyEdition { get; init; }
}
