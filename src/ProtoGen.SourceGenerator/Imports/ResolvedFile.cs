using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.SourceGenerator.Inputs;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>One file's place among the others.</summary>
/// <param name="Path">Its path, normalized.</param>
/// <param name="Name">Its import name, which no other file has.</param>
/// <param name="HintName">The base of its output's names, which no other file has in any case.</param>
/// <param name="Settings">Its metadata.</param>
/// <param name="Imports">The import names of the files that its imports mean, in source order; as written where none was found.</param>
/// <param name="Missing">Imports that were not found.</param>
/// <param name="Importable">The file itself if it is not compiled but only imported; null for compiled ones.</param>
internal sealed record ResolvedFile(
    string Path,
    string Name,
    string HintName,
    ItemSettings Settings,
    EquatableArray<string> Imports,
    EquatableArray<MissingImport> Missing,
    ProtoFile? Importable);
