using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Linking;

/// <summary>Options for linking files.</summary>
public sealed record LinkOptions
{
    /// <summary>Gets the options of a project: every file is an input and is linked alone with its direct and indirect imports.</summary>
    public static LinkOptions Project { get; } = new();

    /// <summary>
    /// Gets the names of the input files of a command line in order; null for <see cref="Project"/>. Other given files are only imported.
    /// </summary>
    /// <remarks>As in protoc, all files share one pool and the first rejected file ends the run.</remarks>
    public IReadOnlyList<string>? CommandLine { get; init; }

    /// <summary>Gets the files of descriptor sets by name if all files come from descriptor sets; otherwise null.</summary>
    /// <remarks>protoc then uses no built-in files and prints no warnings, because it assumes that the sets were checked.</remarks>
    public IReadOnlyDictionary<string, Lazy<ParsedFile>>? Sets { get; init; }

    /// <summary>
    /// Gets whether an <c>import option</c> that a file does not need may be missing, as protoc allows for descriptor sets.
    /// </summary>
    public bool AllowsMissingOptionImports { get; init; }

    /// <summary>Gets whether the files of <see cref="CommandLine"/> may use an edition that is known but not supported.</summary>
    public bool AllowsAnyEdition { get; init; }
}
