using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The folder to which a file's import name is relative and in which the file's imports are searched for.</summary>
/// <param name="Folder">The folder, normalized.</param>
/// <param name="IsExplicit">Whether the item sets it as ProtoRoot. Otherwise the imports of other files may imply another one.</param>
public sealed record ImportRoot(string Folder, bool IsExplicit)
{
    /// <summary>Decides the root of a file as Grpc.Tools does.</summary>
    /// <remarks>
    /// It is the item's ProtoRoot, or the project's folder if that contains the file, or Protobuf_ProtoRoot, or the file's own folder.
    /// </remarks>
    public static ImportRoot Decide(string path, ItemSettings settings, ProjectSettings project)
    {
        if (settings.Root is { } stated) return new ImportRoot(stated, true);
        // Grpc.Tools cannot make a path relative to several roots, and writes the output directly into the output folder.
        if (settings.HasSeveralRoots) return new ImportRoot(ProtoPath.GetFolder(path), true);
        return new ImportRoot(
            ProtoPath.GetRelative(project.ProjectFolder, path) is null
                ? project.OutsideRoot ?? ProtoPath.GetFolder(path)
                : project.ProjectFolder,
            false);
    }

    /// <summary>Returns the name of a file relative to the root; null if the file is not below the root.</summary>
    public string? GetName(string path) => ProtoPath.GetRelative(Folder, path);
}
