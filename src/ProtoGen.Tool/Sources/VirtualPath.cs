namespace ProtoGen.Tool.Sources;

/// <summary>Normalizes and maps paths as protoc does: as text with '/', without resolving links and '..'.</summary>
internal static class VirtualPath
{
    /// <summary>Returns the path without empty parts and '.' parts.</summary>
    public static string Canonicalize(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            path = path.Replace('\\', '/');
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
        var start = path.StartsWith('/') ? "/" : "";
        var joined = string.Join('/', parts);
        var endsWithSlash = path.EndsWith('/') && joined.Length > 0;
        return start + joined + (endsWithSlash ? "/" : "");
    }

    public static bool IsCanonical(string path) => path == Canonicalize(path) && !HasParentReference(path);

    /// <summary>Replaces the folder at the start of a path. Returns null if the path is not below that folder.</summary>
    public static string? Map(string path, string from, string to)
    {
        string rest;
        if (from.Length == 0)
        {
            if (Path.IsPathRooted(path))
            {
                return null;
            }

            rest = path;
        }
        else
        {
            if (!path.StartsWith(from, StringComparison.Ordinal))
            {
                return null;
            }

            if (path.Length == from.Length)
            {
                return to;
            }

            if (path[from.Length] != '/' && from[^1] != '/')
            {
                return null;
            }

            rest = path[(path[from.Length] == '/' ? from.Length + 1 : from.Length)..];
        }

        return HasParentReference(rest) ? null : to.Length == 0 ? rest : to + "/" + rest;
    }

    private static bool HasParentReference(string path) => path.Split('/').Contains("..");
}
