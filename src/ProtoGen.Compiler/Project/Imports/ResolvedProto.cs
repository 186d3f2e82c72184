using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Items;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The names of a file within the project, and the files that its imports refer to.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Name">The import name, unique in the project.</param>
/// <param name="HintName">The name of its generated files without suffix, unique in the project even if case is ignored.</param>
/// <param name="Imports">
/// The import names of the imported files in source order. The name of a missing file is that in the import statement.
/// </param>
/// <param name="Missing">The imports that were not found.</param>
/// <param name="Imported">The parsed file if it is only imported; null if it is compiled.</param>
public sealed record ResolvedProto(
    string Path, string Name, string HintName, EquatableArray<string> Imports, EquatableArray<MissingImport> Missing,
    ParsedProto? Imported);
