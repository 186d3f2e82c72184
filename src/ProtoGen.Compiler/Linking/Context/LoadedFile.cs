using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>A linked file with the data that a later run needs to reuse or remove it.</summary>
/// <param name="source">The parsed file.</param>
/// <param name="result">The linked file.</param>
/// <param name="imports">The imports in the order in which protoc loads them; null where one is missing.</param>
/// <param name="reporter">The diagnostics of the file.</param>
/// <param name="topLevel">The top-level declarations of the file in the pool.</param>
/// <param name="unresolved">The names that no loaded file declares, with the elements that use them.</param>
internal sealed class LoadedFile(
    ParsedFile source, LinkedFile result, LoadedFile?[] imports, LinkReporter reporter, IReadOnlyList<Descriptor> topLevel,
    IReadOnlyList<(Descriptor User, string Name)> unresolved)
{
    internal ParsedFile Source { get; } = source;

    internal LinkedFile Result { get; } = result;

    internal FileDescriptor? File => Result.File;

    internal LoadedFile?[] Imports { get; } = imports;

    internal LinkReporter Reporter { get; } = reporter;

    internal IReadOnlyList<Descriptor> TopLevel { get; } = topLevel;

    internal IReadOnlyList<(Descriptor User, string Name)> Unresolved { get; } = unresolved;

    /// <summary>
    /// Gets whether the file imports itself, directly or not. Its diagnostics then depend on the file that was loaded first.
    /// </summary>
    internal bool IsInCycle { get; init; }

    /// <summary>Gets whether the parser or the link rejected the file, so that files that import it are rejected too.</summary>
    internal bool HadErrors => Source.HasErrors || Reporter.HadErrors;
}
