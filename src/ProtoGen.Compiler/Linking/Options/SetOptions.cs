using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Records which options of an element are set, as a tree of field numbers with the content of aggregate values.</summary>
internal sealed class SetOptions
{
    private readonly Dictionary<int, Node> _roots = [];

    private sealed class Node
    {
        public Dictionary<int, Node>? Children { get; set; }

        public byte[]? Aggregate { get; set; }
    }

    /// <summary>Returns whether the field at the end of the path is set, completely or in part.</summary>
    public bool Contains(IReadOnlyList<FieldDescriptor> path)
    {
        var children = _roots;
        for (var i = 0; i < path.Count; i++)
        {
            if (children is null || !children.TryGetValue(path[i].Number, out var node)) return false;
            if (i == path.Count - 1) return true;
            if (node.Aggregate is { } content && Holds(new WireReader(content), path, i + 1)) return true;
            children = node.Children;
        }

        return false;
    }

    /// <summary>
    /// Records that the field at the end of the path is set. <paramref name="aggregate"/> is its content if it is a message.
    /// </summary>
    public void Add(IReadOnlyList<FieldDescriptor> path, byte[]? aggregate)
    {
        var children = _roots;
        for (var i = 0; ; i++)
        {
            if (!children.TryGetValue(path[i].Number, out var node)) children.Add(path[i].Number, node = new Node());
            if (i == path.Count - 1)
            {
                node.Aggregate = aggregate;
                return;
            }

            children = node.Children ??= [];
        }
    }

    private static bool Holds(WireReader reader, IReadOnlyList<FieldDescriptor> path, int index)
    {
        while (reader.ReadTag())
        {
            if (reader.FieldNumber != path[index].Number)
            {
                reader.Skip();
                continue;
            }

            if (index == path.Count - 1) return true;
            if (Holds(reader.ReadNested(), path, index + 1)) return true;
        }

        return false;
    }
}
