namespace ProtoGen.Compiler.Symbols;

/// <summary>Hashes and compares names that may be part of a dotted path, so that a path is resolved without splitting it.</summary>
internal static class NameHash
{
    internal static int Of(string text, int start, int length)
    {
        var hash = 2166136261u;
        for (var i = start; i < start + length; i++) hash = (hash ^ text[i]) * 16777619u;
        hash ^= hash >> 15;
        return (int)(hash * 2654435769u);
    }

    internal static bool Same(string name, string text, int start, int length)
    {
        if (name.Length != length) return false;
        for (var i = 0; i < length; i++)
            if (name[i] != text[start + i]) return false;
        return true;
    }
}
