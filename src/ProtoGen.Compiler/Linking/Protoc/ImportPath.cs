using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>The names in import statements.</summary>
internal static class ImportPath
{
    /// <summary>Whether the name has no backslash-like detours: no empty part, no <c>.</c> and no <c>..</c>.</summary>
    internal static bool IsCanonical(string path)
    {
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is "." or "..") return false;
            if (parts[i].Length == 0 && i > 0 && i < parts.Length - 1) return false;
        }

        return true;
    }

    /// <summary>protoc loads <c>import option</c> files behind the others.</summary>
    internal static IReadOnlyList<ImportNode> InLoadingOrder(FileNode file)
    {
        if (!file.Imports.Exists(import => import.Kind == ImportKind.Option)) return file.Imports;
        var ordered = file.Imports.FindAll(import => import.Kind != ImportKind.Option);
        ordered.AddRange(file.Imports.FindAll(import => import.Kind == ImportKind.Option));
        return ordered;
    }
}
