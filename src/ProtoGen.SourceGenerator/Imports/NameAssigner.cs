using ProtoGen.SourceGenerator.Inputs;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>
/// Gives each file its import name. Where no root is said, the imports tell: a file imported as <c>common/x.proto</c> that lies in
/// <c>Protos/common/x.proto</c> has the root <c>Protos</c>, and so have its neighbours.
/// </summary>
internal sealed class NameAssigner(ProjectSettings project)
{
    private readonly Dictionary<string, string> _imported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Notes that an import name means a file. The longest name of a file stays.</summary>
    public void AddImport(string path, string import)
    {
        if (_imported.TryGetValue(path, out var known) && !IsBetter(import, known)) return;
        _imported[path] = import;
        var rootLength = path.Length - import.Length - 1;
        if (rootLength > 0 && path.EndsWith(import, StringComparison.Ordinal)) _roots.Add(path.Substring(0, rootLength));
    }

    /// <summary>The name of a file, once all imports are noted. Files are to be asked for in a stable order.</summary>
    public string Assign(string path, ItemSettings settings)
    {
        var name = GetSaidName(path, settings)
            ?? (_imported.TryGetValue(path, out var import) ? import : null)
            ?? GetNameUnderInferredRoot(path)
            ?? GetDefaultName(path);
        while (!_taken.Add(name)) name = Lengthen(name, path);
        return name;
    }

    // protoc's order: the additional folders come before the root.
    private static string? GetSaidName(string path, ItemSettings settings)
    {
        foreach (var folder in settings.ImportFolders)
            if (ProtoPath.GetRelative(folder, path) is { } name)
                return name;
        return settings.Root is null ? null : ProtoPath.GetRelative(settings.Root, path);
    }

    private string? GetNameUnderInferredRoot(string path)
    {
        for (var folder = ProtoPath.GetFolder(path); folder.Length > 0; folder = ProtoPath.GetFolder(folder))
            if (_roots.Contains(folder))
                return ProtoPath.GetRelative(folder, path);
        return null;
    }

    private string GetDefaultName(string path) =>
        ProtoPath.GetRelative(project.ProjectFolder, path)
        ?? (project.OutsideRoot is null ? null : ProtoPath.GetRelative(project.OutsideRoot, path))
        ?? ProtoPath.GetFileName(path);

    private static bool IsBetter(string import, string known) =>
        import.Length != known.Length ? import.Length > known.Length : string.CompareOrdinal(import, known) < 0;

    private static string Lengthen(string name, string path)
    {
        var start = path.Length - name.Length - 1;
        if (start <= 0 || !path.EndsWith(name, StringComparison.Ordinal)) return "_/" + name;
        return path.Substring(path.LastIndexOf('/', start - 1) + 1);
    }
}
