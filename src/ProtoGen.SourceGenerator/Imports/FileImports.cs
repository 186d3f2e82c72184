using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.SourceGenerator.Inputs;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>What one compiled file imports, and where it says to look.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Settings">Its metadata.</param>
/// <param name="Imports">The imported names as written, in source order.</param>
internal sealed record FileImports(string Path, ItemSettings Settings, EquatableArray<string> Imports)
{
    /// <summary>Reads them off a parsed file.</summary>
    public static FileImports Create(ProtoFile file, ItemSettings settings) => new(file.Source.Path, settings, GetImports(file));

    /// <summary>The imported names as written.</summary>
    public static EquatableArray<string> GetImports(ProtoFile file)
    {
        var nodes = file.Parsed.File.Imports;
        var imports = new string[nodes.Count];
        for (var i = 0; i < imports.Length; i++) imports[i] = nodes[i].Path;
        return new(imports);
    }
}
