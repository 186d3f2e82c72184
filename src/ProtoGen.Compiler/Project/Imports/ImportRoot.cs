using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The folder that a file's import name is relative to, and in which its imports are looked up.</summary>
/// <param name="Folder">The folder, normalized.</param>
/// <param name="IsStated">Whether the item has it as ProtoRoot; otherwise the imports of other files may show a better one.</param>
public sealed record ImportRoot(string Folder, bool IsStated)
{
    /// <summary>
    /// Decides the root as Grpc.Tools does: the item's ProtoRoot; else the project's folder for files in it; else Protobuf_ProtoRoot;
    /// else the file's own folder.
    /// </summary>
    public static ImportRoot Decide(string path, ItemSettings settings, ProjectSettings project)
    {
        if (settings.Root is { } stated) return new ImportRoot(stated, true);
        return new ImportRoot(
            ProtoPath.GetRelative(project.ProjectFolder, path) is null
                ? project.OutsideRoot ?? ProtoPath.GetFolder(path)
                : project.ProjectFolder,
            false);
    }

    /// <summary>Returns the name of a file relative to the root; null if the file is not below the root.</summary>
    public string? GetName(string path) => ProtoPath.GetRelative(Folder, path);
}
