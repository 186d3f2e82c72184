namespace ProtoGen.Compiler.Linking;

/// <summary>How files are linked together.</summary>
public sealed record LinkOptions
{
    /// <summary>
    /// Each file on its own: it knows what it imports, directly or not, and nothing else. Every given file counts as named on a
    /// command line.
    /// </summary>
    public static LinkOptions Project { get; } = new();

    /// <summary>
    /// The names of the files that are named on one command line, in order; the given files that are not among them are there to be
    /// imported. All are linked in one pool, and the first rejected file ends it, as in protoc. Null for <see cref="Project"/>.
    /// </summary>
    public IReadOnlyList<string>? CommandLine { get; init; }

    /// <summary>
    /// Whether the files of <see cref="CommandLine"/> come from descriptor sets alone. Nothing is built in then, and protoc, which takes sets
    /// for checked, doesn't warn.
    /// </summary>
    public bool AreFromSets { get; init; }

    /// <summary>Whether a file may lack an <c>import option</c> that it doesn't need, as protoc lets it once it is given a descriptor set.</summary>
    public bool AllowsMissingOptionImports { get; init; }

    /// <summary>Whether files of <see cref="CommandLine"/> may be of an edition that is known and not supported.</summary>
    public bool AllowsAnyEdition { get; init; }
}
