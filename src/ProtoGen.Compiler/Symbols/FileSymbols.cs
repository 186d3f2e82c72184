using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Symbols;

/// <summary>Holds what the linker needs to know about a loaded file beyond its descriptor.</summary>
internal sealed class FileSymbols(PackageNode package, ParsedFile source)
{
    /// <summary>Gets the file as it was parsed.</summary>
    internal ParsedFile Source { get; } = source;

    /// <summary>Gets or sets the names that are declared inside the file's messages, enums and services.</summary>
    internal MemberTable Members { get; set; } = new(expected: 0);

    /// <summary>Gets or sets the file's package in the tree of all loaded packages.</summary>
    internal PackageNode Package { get; set; } = package;

    /// <summary>
    /// Gets or sets the descriptor.proto that the file imports, directly or indirectly. For descriptor.proto, it is the file itself.
    /// </summary>
    internal FileDescriptor? DescriptorProto { get; set; }

    /// <summary>Gets or sets whether the file was rejected; other files are then linked as if it were missing.</summary>
    internal bool HadErrors { get; set; }
}
