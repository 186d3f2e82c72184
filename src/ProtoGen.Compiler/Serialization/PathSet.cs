namespace ProtoGen.Compiler.Serialization;

/// <summary>A set of paths in a FileDescriptorProto, stored as a tree.</summary>
internal sealed class PathSet
{
    private readonly Node _root = new();

    private sealed class Node : Dictionary<int, Node>
    {
        public bool IsEnd { get; set; }
    }

    public PathSet(IReadOnlyList<int[]> paths)
    {
        foreach (var path in paths) Add(path);
    }

    /// <summary>Returns whether the set contains the path or a prefix of it.</summary>
    public bool ContainsPrefixOf(int[] path, int length)
    {
        var node = _root;
        for (var i = 0; ; i++)
        {
            if (node.IsEnd) return true;
            if (i == length || node.Count == 0 || !node.TryGetValue(path[i], out var next)) return false;
            node = next;
        }
    }

    private void Add(int[] path)
    {
        var node = _root;
        foreach (var step in path)
        {
            if (!node.TryGetValue(step, out var next)) node.Add(step, next = new Node());
            node = next;
        }

        node.IsEnd = true;
    }
}
