using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Linking;

/// <summary>The result of a link.</summary>
public sealed class LinkResult
{
    internal LinkResult(IReadOnlyList<LinkedFile> files, IReadOnlyList<Diagnostic> diagnostics, bool hasErrors, LinkSession session)
    {
        Files = files;
        Diagnostics = diagnostics;
        HasErrors = hasErrors;
        Session = session;
    }

    /// <summary>
    /// The linked files in the order in which they were given. Of a command line these are the inputs, up to the first rejected.
    /// </summary>
    public IReadOnlyList<LinkedFile> Files { get; }

    /// <summary>The diagnostics of parser and linker that protoc prints for the same files, in its order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Gets whether any file was rejected.</summary>
    public bool HasErrors { get; }

    internal LinkSession Session { get; }
}
