using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The imports of a compiled file, and the metadata that determines where they are searched for.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Settings">The metadata of the item.</param>
/// <param name="Imports">The imported names as written, in source order.</param>
public sealed record ProtoImports(string Path, ItemSettings Settings, EquatableArray<string> Imports)
{
    /// <summary>Reads the imports of a parsed file.</summary>
    public static ProtoImports Create(ParsedProto file) => new(file.Path, file.Settings, file.GetImports());
}
