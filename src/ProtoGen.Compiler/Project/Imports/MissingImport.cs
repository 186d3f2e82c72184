using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>An unresolved import.</summary>
/// <param name="Import">The name as written.</param>
/// <param name="Tried">The folders that were searched.</param>
/// <param name="SimilarPath">A file whose path differs from the import only in case; null if there is none.</param>
public sealed record MissingImport(string Import, EquatableArray<string> Tried, string? SimilarPath);
