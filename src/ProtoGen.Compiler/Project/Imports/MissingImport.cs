using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>An unresolved import.</summary>
/// <param name="Import">The name as written.</param>
/// <param name="Tried">The folders in which it was looked up.</param>
/// <param name="SimilarPath">A file whose name differs only in case; null when there is none.</param>
public sealed record MissingImport(string Import, EquatableArray<string> Tried, string? SimilarPath);
