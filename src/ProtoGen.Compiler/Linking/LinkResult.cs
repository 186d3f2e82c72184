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
    /// Gets the linked files in the order in which they were given; for a command line, the inputs up to the first rejected one.
    /// </summary>
    public IReadOnlyList<LinkedFile> Files { get; }

    /// <summary>Gets the parser's and linker's diagnostics in the order in which protoc prints them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Gets whether any file was rejected.</summary>
    public bool HasErrors { get; }

    internal LinkSession Session { get; }
}
