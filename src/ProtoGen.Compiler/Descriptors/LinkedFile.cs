using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked file. Linking a parsed file again with the same linked imports gives the same instance.</summary>
public sealed class LinkedFile
{
    internal LinkedFile(ParsedFile source, FileDescriptor? file, IReadOnlyList<Diagnostic> diagnostics, bool hasErrors)
    {
        Source = source;
        File = file;
        Diagnostics = diagnostics;
        HasErrors = hasErrors;
    }

    /// <summary>Gets the parsed file.</summary>
    public ParsedFile Source { get; }

    /// <summary>Gets the import name.</summary>
    public string Name => Source.File.Name;

    /// <summary>Gets the descriptors. If the file has errors, they lack the unresolved fields and methods and the custom options.</summary>
    public FileDescriptor? File { get; }

    /// <summary>Gets the diagnostics of the linker in protoc's order. Those of the parser are in <see cref="Source"/>.</summary>
    /// <remarks>A missing import is reported under the import's own name, then at the import statement.</remarks>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Gets whether the parser or the linker rejected the file.</summary>
    public bool HasErrors { get; }
}
