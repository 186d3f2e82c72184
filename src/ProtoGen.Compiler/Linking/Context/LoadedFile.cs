using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>A linked file with what decides whether it can be kept, and what has to be taken back when it can't.</summary>
internal sealed class LoadedFile(ParsedFile source, LinkedFile result, LoadedFile?[] imports, LinkReporter reporter, IReadOnlyList<Descriptor> topLevel)
{
    internal ParsedFile Source { get; } = source;

    internal LinkedFile Result { get; } = result;

    /// <summary>The imports in protoc's order of loading; null where one is missing.</summary>
    internal LoadedFile?[] Imports { get; } = imports;

    internal LinkReporter Reporter { get; } = reporter;

    internal IReadOnlyList<Descriptor> TopLevel { get; } = topLevel;

    /// <summary>Whether the file imports itself, directly or not: what is reported then depends on where one begins.</summary>
    internal bool IsInCycle { get; set; }

    internal FileDescriptor? File => Result.File;
}
