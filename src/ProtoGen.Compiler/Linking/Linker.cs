using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Linking;

/// <summary>Links parsed files: resolves imports and names, interprets options, resolves features, and validates the result.</summary>
public static class Linker
{
    /// <summary>Links files. Imports are searched for among these files, then among the well-known files.</summary>
    /// <remarks>
    /// If <paramref name="previous"/> is the result of a call with the same options, a file keeps its <see cref="LinkedFile"/> unless the
    /// file or one of its imports changed.
    /// </remarks>
    public static LinkResult Link(IReadOnlyList<ParsedFile> files, LinkOptions? options = null, LinkResult? previous = null)
    {
        options ??= LinkOptions.Project;
        if (options.CommandLine is { } names) return new LinkSession(isShared: true).LinkCommandLine(files, names, options);
        var session = previous is { Session.IsShared: false } ? previous.Session : new LinkSession(isShared: false);
        return session.LinkProject(files);
    }
}
