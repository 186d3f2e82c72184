using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The input of linking one file whose imports are linked.</summary>
/// <param name="Source">The parsed file.</param>
/// <param name="Imports">Its import statements in the order in which protoc loads them.</param>
/// <param name="Files">The imported files; null where one is missing.</param>
/// <param name="Early">The diagnostics about the file's imports that were found while they were loaded.</param>
/// <param name="IsInCycle">Whether the file imports itself, directly or not.</param>
internal sealed record LinkRequest(
    ParsedFile Source, IReadOnlyList<ImportNode> Imports, LoadedFile?[] Files, IReadOnlyList<Diagnostic> Early, bool IsInCycle);
