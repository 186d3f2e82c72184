using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>An import that no file answers to.</summary>
/// <param name="Import">The name as written.</param>
/// <param name="Tried">The folders it was looked for in.</param>
/// <param name="SimilarPath">A file whose name differs only in case; null when there is none.</param>
internal sealed record MissingImport(string Import, EquatableArray<string> Tried, string? SimilarPath);
