using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Follows paths as SourceCodeInfo has them through the nodes of a file.</summary>
internal static class NodePath
{
    /// <summary>The element that a path leads to; null if it leads to a part of one, or nowhere.</summary>
    public static Node? Find(FileNode file, IReadOnlyList<int> path)
    {
        Node? node = file;
        for (var i = 0; i + 1 < path.Count && node is not null; i += 2) node = Step(node, path[i], path[i + 1]);
        return path.Count % 2 == 0 && path.Count > 0 ? node : null;
    }

    private static Node? Step(Node node, int field, int index) => (node, field) switch
    {
        (FileNode file, 4) => At(file.Messages, index),
        (FileNode file, 5) => At(file.Enums, index),
        (FileNode file, 6) => At(file.Services, index),
        (FileNode file, 7) => At(file.Extensions, index),
        (MessageNode message, 2) => At(message.Fields, index),
        (MessageNode message, 3) => At(message.Messages, index),
        (MessageNode message, 4) => At(message.Enums, index),
        (MessageNode message, 5) => At(message.ExtensionRanges, index),
        (MessageNode message, 6) => At(message.Extensions, index),
        (MessageNode message, 8) => At(message.Oneofs, index),
        (EnumNode type, 2) => At(type.Values, index),
        (ServiceNode service, 2) => At(service.Methods, index),
        _ => null,
    };

    private static Node? At<T>(List<T> nodes, int index)
        where T : Node => index >= 0 && index < nodes.Count ? nodes[index] : null;
}
