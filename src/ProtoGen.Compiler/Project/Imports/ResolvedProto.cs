using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Items;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The names of one file among the project's files, and the files that its imports refer to.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Name">Its import name, which no other file has.</param>
/// <param name="HintName">The base of the names of its output, unique in the project even if case is ignored.</param>
/// <param name="Imports">The import names of the files that its imports refer to, in source order; as written if none was found.</param>
/// <param name="Missing">The imports that were not found.</param>
/// <param name="Imported">The file itself if it is only imported; null if it is compiled.</param>
public sealed record ResolvedProto(
    string Path, string Name, string HintName, EquatableArray<string> Imports, EquatableArray<MissingImport> Missing,
    ParsedProto? Imported);
