using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>An index of all .proto paths that finds files by their path or by its end.</summary>
internal sealed class PathIndex
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byFileName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a normalized path.</summary>
    public void Add(string path)
    {
        if (!_paths.Add(path)) return;
        var name = ProtoPath.GetFileName(path);
        if (!_byFileName.TryGetValue(name, out var paths)) _byFileName.Add(name, paths = []);
        paths.Add(path);
    }

    /// <summary>Returns whether the index contains a path.</summary>
    public bool Contains(string path) => _paths.Contains(path);

    /// <summary>
    /// Returns the file, other than the importer, whose path ends with an import name: the one nearest to the importer, or of several the
    /// one with the shortest path. Returns null if there is none.
    /// </summary>
    public string? FindNearest(string import, string importer)
    {
        string? best = null;
        foreach (var path in GetEndingWith(import, StringComparison.Ordinal))
        {
            if (path != importer && (best is null || IsNearer(path, best, importer)))
                best = path;
        }

        return best;
    }

    /// <summary>Returns a file whose path ends with an import name if case is ignored; null if there is none.</summary>
    public string? FindInOtherCase(string import)
    {
        foreach (var path in GetEndingWith(import, StringComparison.OrdinalIgnoreCase))
            return path;
        return null;
    }

    private IEnumerable<string> GetEndingWith(string import, StringComparison comparison)
    {
        if (!_byFileName.TryGetValue(ProtoPath.GetFileName(import), out var paths)) yield break;
        foreach (var path in paths)
        {
            var start = path.Length - import.Length;
            if (start > 0 && path[start - 1] == '/' && path.EndsWith(import, comparison)) yield return path;
        }
    }

    private static bool IsNearer(string path, string other, string importer)
    {
        var difference = ProtoPath.CountSharedFolders(path, importer) - ProtoPath.CountSharedFolders(other, importer);
        if (difference != 0) return difference > 0;
        return path.Length != other.Length ? path.Length < other.Length : string.CompareOrdinal(path, other) < 0;
    }
}
