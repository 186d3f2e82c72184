using Microsoft.Build.Framework;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Build.Inputs;

/// <summary>A .proto file of the project, as MSBuild passes it.</summary>
internal sealed class ProtoFile
{
    public ProtoFile(ITaskItem item, string projectFolder, bool isImportOnly, bool recordsLocations)
    {
        ItemName = item.ItemSpec;
        FullPath = System.IO.Path.GetFullPath(System.IO.Path.Combine(projectFolder, item.ItemSpec));
        OutputDir = item.GetMetadata("OutputDir");
        GrpcOutputDir = item.GetMetadata("GrpcOutputDir") is { Length: > 0 } folder ? folder : OutputDir;
        IsCompiled = !item.GetMetadata("CompileOutputs").Equals("false", StringComparison.OrdinalIgnoreCase);
        var settings = ItemSettings.Read(item.GetMetadata, ProtoPath.Normalize(projectFolder));
        Item = ProtoItem.Create(
            FullPath, settings with { IsImportOnly = isImportOnly || settings.IsImportOnly }, new FileContent(FullPath, recordsLocations));
        SettingsKey = ContentHash.Of(ItemMetadata.Names.Select(item.GetMetadata));
    }

    /// <summary>Gets the name of the item.</summary>
    public string ItemName { get; }

    /// <summary>Gets the absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Gets the item for the engine.</summary>
    public ProtoItem Item { get; }

    /// <summary>Gets the normalized path, which identifies the file.</summary>
    public string Path => Item.Path;

    /// <summary>Gets a hash of the metadata.</summary>
    public string SettingsKey { get; }

    /// <summary>Gets the folder for the messages as written; empty for the project's output folder.</summary>
    public string OutputDir { get; }

    /// <summary>Gets the folder for the services as written; empty for the project's output folder.</summary>
    public string GrpcOutputDir { get; }

    /// <summary>Gets whether the project compiles the generated C#.</summary>
    public bool IsCompiled { get; }
}
