using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Linking;

/// <summary>Links parsed files: resolves imports and names, interprets options, resolves features, validates.</summary>
public static class Linker
{
    /// <summary>
    /// Links the files. Imports are looked for among them by name, then among the well-known files. With the result of an earlier call
    /// and the same options, files that did not change, and whose imports did not, keep their <see cref="LinkedFile"/>.
    /// </summary>
    public static LinkResult Link(IReadOnlyList<ParsedFile> files, LinkOptions? options = null, LinkResult? previous = null)
    {
        options ??= LinkOptions.Project;
        if (options.CommandLine is { } names) return new LinkSession(isShared: true).LinkCommandLine(files, names, options);
        var session = previous is { Session.IsShared: false } ? previous.Session : new LinkSession(isShared: false);
        return session.LinkProject(files);
    }
}
