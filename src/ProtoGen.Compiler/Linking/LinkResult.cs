using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Linking;

/// <summary>Linked files.</summary>
public sealed class LinkResult
{
    internal LinkResult(IReadOnlyList<LinkedFile> files, IReadOnlyList<Diagnostic> diagnostics, bool hasErrors, LinkSession session)
    {
        Files = files;
        Diagnostics = diagnostics;
        HasErrors = hasErrors;
        Session = session;
    }

    /// <summary>The linked files in the order in which they were given; of a command line those that it named, up to the first rejected.</summary>
    public IReadOnlyList<LinkedFile> Files { get; }

    /// <summary>All that protoc prints for the same files, in its order, from parser and linker.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether any file was rejected.</summary>
    public bool HasErrors { get; }

    internal LinkSession Session { get; }
}
