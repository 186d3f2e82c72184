using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Asks for one file to be linked, now that its imports are.</summary>
/// <param name="Source">The parsed file.</param>
/// <param name="Imports">Its import statements in the order in which protoc loads them.</param>
/// <param name="Files">The files that these statements lead to; null where one is missing.</param>
/// <param name="Early">The diagnostics about the file's imports that were found while they were loaded.</param>
/// <param name="IsInCycle">Whether the file imports itself, directly or not.</param>
internal sealed record LinkRequest(
    ParsedFile Source, IReadOnlyList<ImportNode> Imports, LoadedFile?[] Files, IReadOnlyList<Diagnostic> Early, bool IsInCycle);
