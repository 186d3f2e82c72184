using Microsoft.Build.Framework;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Build.Inputs;

/// <summary>A .proto file of the project.</summary>
internal sealed class ProtoFile
{
    private static readonly string[] SettingNames =
    [
        "ProtoRoot", "AdditionalImportDirs", "GrpcServices", "Access", "OutputOptions", "GrpcOutputOptions", "AdditionalProtocArguments",
        "Nullable", "OutputDir", "GrpcOutputDir", "CompileOutputs", "ProtoCompile",
    ];

    public ProtoFile(ITaskItem item, string projectFolder, bool isImportOnly)
    {
        FullPath = System.IO.Path.GetFullPath(System.IO.Path.Combine(projectFolder, item.ItemSpec));
        OutputDir = item.GetMetadata("OutputDir");
        GrpcOutputDir = item.GetMetadata("GrpcOutputDir") is { Length: > 0 } folder ? folder : OutputDir;
        IsCompiled = !item.GetMetadata("CompileOutputs").Equals("false", StringComparison.OrdinalIgnoreCase);
        var settings = ItemSettings.Read(item.GetMetadata, ProtoPath.Normalize(projectFolder));
        Item = ProtoItem.Create(
            FullPath, settings with { IsImportOnly = isImportOnly || settings.IsImportOnly }, new FileContent(FullPath));
        SettingsKey = ContentHash.Of(SettingNames.Select(item.GetMetadata));
    }

    /// <summary>The absolute path.</summary>
    public string FullPath { get; }

    /// <summary>The item for the engine.</summary>
    public ProtoItem Item { get; }

    /// <summary>The normalized path, which is the key of the file.</summary>
    public string Path => Item.Path;

    /// <summary>Identifies the metadata.</summary>
    public string SettingsKey { get; }

    /// <summary>The folder of the messages, as written; empty for the project's output folder.</summary>
    public string OutputDir { get; }

    /// <summary>The folder of the services, as written; empty for the project's output folder.</summary>
    public string GrpcOutputDir { get; }

    /// <summary>Gets whether the project compiles the generated C#.</summary>
    public bool IsCompiled { get; }
}
