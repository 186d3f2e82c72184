using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>Decides the import name of each file.</summary>
/// <remarks>
/// The root of files whose item has no ProtoRoot follows from imports: if <c>Protos/common/x.proto</c> is imported as
/// <c>common/x.proto</c>, then <c>Protos</c> is the root of this file and of all files in that folder.
/// </remarks>
internal sealed class ImportNames
{
    private readonly Dictionary<string, string> _imported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Records that an import name refers to a file. The longest name of a file is used.</summary>
    public void AddImport(string path, string import)
    {
        if (_imported.TryGetValue(path, out var known) && !IsBetter(import, known)) return;
        _imported[path] = import;
        var rootLength = path.Length - import.Length - 1;
        if (rootLength > 0 && path.EndsWith(import, StringComparison.Ordinal)) _roots.Add(path.Substring(0, rootLength));
    }

    /// <summary>
    /// Returns the name of a file. Call it after all imports were added, and for the files in a stable order, because a file whose name
    /// another file already has gets a longer name.
    /// </summary>
    public string Assign(string path, ItemSettings settings, ImportRoot root)
    {
        var name = GetExplicitName(path, settings, root)
            ?? (_imported.TryGetValue(path, out var import) ? import : null)
            ?? GetNameUnderInferredRoot(path)
            ?? root.GetName(path)
            ?? ProtoPath.GetFileName(path);
        while (!_taken.Add(name)) name = Lengthen(name, path);
        return name;
    }

    // As in protoc, the additional folders take precedence over the root.
    private static string? GetExplicitName(string path, ItemSettings settings, ImportRoot root)
    {
        foreach (var folder in settings.ImportFolders)
        {
            if (ProtoPath.GetRelative(folder, path) is { } name)
                return name;
        }

        return root.IsExplicit ? root.GetName(path) : null;
    }

    private string? GetNameUnderInferredRoot(string path)
    {
        for (var folder = ProtoPath.GetFolder(path); folder.Length > 0; folder = ProtoPath.GetFolder(folder))
        {
            if (_roots.Contains(folder))
                return ProtoPath.GetRelative(folder, path);
        }

        return null;
    }

    private static bool IsBetter(string import, string known) =>
        import.Length != known.Length ? import.Length > known.Length : string.CompareOrdinal(import, known) < 0;

    private static string Lengthen(string name, string path)
    {
        var start = path.Length - name.Length - 1;
        if (start <= 0 || !path.EndsWith(name, StringComparison.Ordinal)) return "_/" + name;
        return path.Substring(path.LastIndexOf('/', start - 1) + 1);
    }
}
