using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Settings;

/// <summary>Reads lists of folders separated by <c>;</c>. Unlike in protoc, <c>:</c> is no separator.</summary>
public static class PathList
{
    /// <summary>Returns the folders as absolute normalized paths, in order.</summary>
    public static EquatableArray<string> Read(string baseFolder, string value)
    {
        if (value.Length == 0) return default;
        var folders = new List<string>();
        foreach (var part in value.Split(';'))
        {
            if (part.Trim() is { Length: > 0 } folder)
                folders.Add(ProtoPath.Combine(baseFolder, folder));
        }

        return new(folders.ToArray());
    }
}
