using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Linking;

/// <summary>Links parsed files: resolves imports and names, interprets options, resolves features, validates.</summary>
public static class Linker
{
    /// <summary>Links the files. Imports are searched by name among them, then among the well-known files.</summary>
    /// <remarks>
    /// With the result of an earlier call and the same options, a file keeps its <see cref="LinkedFile"/> if neither it nor its imports
    /// changed.
    /// </remarks>
    public static LinkResult Link(IReadOnlyList<ParsedFile> files, LinkOptions? options = null, LinkResult? previous = null)
    {
        options ??= LinkOptions.Project;
        if (options.CommandLine is { } names) return new LinkSession(isShared: true).LinkCommandLine(files, names, options);
        var session = previous is { Session.IsShared: false } ? previous.Session : new LinkSession(isShared: false);
        return session.LinkProject(files);
    }
}
