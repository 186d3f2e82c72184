namespace ProtoGen.Compiler.Project.Settings;

/// <summary>
/// Normalizes and compares paths as text with <c>/</c> as separator, because a source generator must not access the file system.
/// </summary>
public static class ProtoPath
{
    /// <summary>Resolves <c>\</c>, <c>.</c>, <c>..</c> and repeated separators, and removes a separator at the end.</summary>
    public static string Normalize(string path)
    {
        if (IsNormal(path)) return path;

        var segments = new List<string>();
        foreach (var segment in path.Split('/', '\\'))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment.Length > 0 && segment != ".")
                segments.Add(segment);
        }

        var prefix = path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith(@"\\", StringComparison.Ordinal) ? "//"
            : path.StartsWith("/", StringComparison.Ordinal) ? "/" : "";
        return prefix + string.Join("/", segments);
    }

    /// <summary>Returns the path itself if it is absolute, else the path relative to a folder.</summary>
    public static string Combine(string folder, string path) =>
        IsAbsolute(path) ? Normalize(path) : Normalize(folder + "/" + path);

    /// <summary>Returns the folder that contains a normalized path.</summary>
    public static string GetFolder(string path) => path.LastIndexOf('/') is > 0 and var end ? path.Substring(0, end) : "";

    /// <summary>Returns the part after the last separator of a normalized path.</summary>
    public static string GetFileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>Returns a normalized path relative to a normalized folder; null if the folder does not contain it.</summary>
    public static string? GetRelative(string folder, string path)
    {
        if (folder.Length == 0) return IsAbsolute(path) ? null : path;
        var isInside = path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, ComparisonFor(path));
        return isInside ? path.Substring(folder.Length + 1) : null;
    }

    /// <summary>Returns the number of leading folders that two normalized paths share.</summary>
    public static int CountSharedFolders(string left, string right)
    {
        var shared = 0;
        for (var i = 0; i < left.Length && i < right.Length && left[i] == right[i]; i++)
        {
            if (left[i] == '/')
                shared++;
        }

        return shared;
    }

    private static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || HasDrive(path));

    private static bool HasDrive(string path) => path.Length > 1 && path[1] == ':';

    // Paths with a drive letter come from Windows, where paths that differ only in case are equal.
    private static StringComparison ComparisonFor(string path) =>
        HasDrive(path) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static bool IsNormal(string path)
    {
        if (path.Length == 0 || path[path.Length - 1] == '/') return path.Length == 0;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '\\') return false;
            var startsSegment = i == 0 || path[i - 1] == '/';
            if (startsSegment && (path[i] == '.' || (path[i] == '/' && i > 0))) return false;
        }

        return true;
    }
}
