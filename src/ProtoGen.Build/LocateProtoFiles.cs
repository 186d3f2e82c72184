using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ProtoGen.Compiler.Project.Settings;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Finds the .proto files whose items have a path relative to an import folder instead of the project.</summary>
/// <remarks>As protoc does, the task searches the import folders of an item if the project's folder does not contain its file.</remarks>
public sealed class LocateProtoFiles : Task
{
    /// <summary>Gets or sets the items whose files do not exist.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Gets or sets the folder of the project.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>Gets or sets the folders from which every file can import, separated by <c>;</c>.</summary>
    public string StandardImportsPath { get; set; } = "";

    /// <summary>Gets or sets the items whose files exist in an import folder.</summary>
    [Output]
    public ITaskItem[] Replaced { get; set; } = [];

    /// <summary>Gets or sets these items with the paths of their files.</summary>
    [Output]
    public ITaskItem[] Located { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        (ITaskItem Item, string? Folder)[] found =
            [.. Files.Select(file => (file, FindFolder(file))).Where(pair => pair.Item2 is not null)];
        Replaced = [.. found.Select(pair => pair.Item)];
        Located = [.. found.Select(pair => Locate(pair.Item, pair.Folder!))];
        return true;
    }

    // protoc searches the folders in this order.
    private string? FindFolder(ITaskItem item) =>
        PathList.Read(ProjectFolder, $"{item.GetMetadata("AdditionalImportDirs")};{StandardImportsPath};{item.GetMetadata("ProtoRoot")}")
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, item.ItemSpec)));

    private static ITaskItem Locate(ITaskItem item, string folder)
    {
        var path = Path.Combine(folder, item.ItemSpec);
        var located = new TaskItem(item) { ItemSpec = path };
        var root = item.GetMetadata("ProtoRoot");
        // The import name is relative to the first of the additional folders that contains the file. The generated file lies where
        // Grpc.Tools writes it: in the folder that the item names, or directly in the output folder if the item has a root.
        located.SetMetadata("AdditionalImportDirs", $"{folder};{item.GetMetadata("AdditionalImportDirs")};{root}");
        located.SetMetadata("ProtoRoot", root.Length == 0 ? folder : Path.GetDirectoryName(path));
        return located;
    }
}
