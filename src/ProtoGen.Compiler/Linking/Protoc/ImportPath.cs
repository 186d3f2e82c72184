using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>Applies protoc's rules for the names in import statements.</summary>
internal static class ImportPath
{
    /// <summary>Returns whether a name contains no empty part, no <c>.</c> and no <c>..</c>.</summary>
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

    /// <summary>Returns the imports in the order in which protoc loads them: <c>import option</c> files last.</summary>
    internal static IReadOnlyList<ImportNode> InLoadingOrder(FileNode file)
    {
        if (!file.Imports.Exists(import => import.Kind == ImportKind.Option)) return file.Imports;
        var ordered = file.Imports.FindAll(import => import.Kind != ImportKind.Option);
        ordered.AddRange(file.Imports.FindAll(import => import.Kind == ImportKind.Option));
        return ordered;
    }
}
