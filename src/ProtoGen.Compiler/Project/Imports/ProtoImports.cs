using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The imports of one compiled file, and the metadata that decides where they are looked up.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Settings">Its metadata.</param>
/// <param name="Imports">The imported names as written, in source order.</param>
public sealed record ProtoImports(string Path, ItemSettings Settings, EquatableArray<string> Imports)
{
    /// <summary>Reads the imports of a parsed file.</summary>
    public static ProtoImports Create(ParsedProto file) => new(file.Path, file.Settings, file.GetImports());
}
