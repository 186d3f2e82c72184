using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>One file with its links to others. Of one parsed file and one set of linked imports there is one linked file.</summary>
public sealed class LinkedFile
{
    internal LinkedFile(ParsedFile source, FileDescriptor? file, IReadOnlyList<Diagnostic> diagnostics, bool hasErrors)
    {
        Source = source;
        File = file;
        Diagnostics = diagnostics;
        HasErrors = hasErrors;
    }

    /// <summary>The parsed file.</summary>
    public ParsedFile Source { get; }

    /// <summary>The name by which it is imported.</summary>
    public string Name => Source.File.Name;

    /// <summary>The descriptors. With errors, what could be had: unresolved fields and methods are left out, and custom options.</summary>
    public FileDescriptor? File { get; }

    /// <summary>
    /// What is wrong beyond what the parser found (which is in <see cref="Source"/>), in protoc's order. That an import is missing is
    /// told under the import's own name, then where it is imported.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the file is rejected, by the parser or the linker.</summary>
    public bool HasErrors { get; }
}
