using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Finds the syntax nodes for paths in SourceCodeInfo.</summary>
internal static class NodePath
{
    /// <summary>Returns the element at a path; null if the path is that of a part of an element or invalid.</summary>
    public static Node? Find(FileNode file, IReadOnlyList<int> path)
    {
        Node? node = file;
        for (var i = 0; i + 1 < path.Count && node is not null; i += 2) node = Step(node, path[i], path[i + 1]);
        return path.Count % 2 == 0 && path.Count > 0 ? node : null;
    }

    private static Node? Step(Node node, int field, int index) => (node, field) switch
    {
        (FileNode file, DescriptorFields.File.MessageType) => At(file.Messages, index),
        (FileNode file, DescriptorFields.File.EnumType) => At(file.Enums, index),
        (FileNode file, DescriptorFields.File.Service) => At(file.Services, index),
        (FileNode file, DescriptorFields.File.Extension) => At(file.Extensions, index),
        (MessageNode message, DescriptorFields.Message.Field) => At(message.Fields, index),
        (MessageNode message, DescriptorFields.Message.NestedType) => At(message.Messages, index),
        (MessageNode message, DescriptorFields.Message.EnumType) => At(message.Enums, index),
        (MessageNode message, DescriptorFields.Message.ExtensionRange) => At(message.ExtensionRanges, index),
        (MessageNode message, DescriptorFields.Message.Extension) => At(message.Extensions, index),
        (MessageNode message, DescriptorFields.Message.OneofDecl) => At(message.Oneofs, index),
        (EnumNode type, DescriptorFields.Enum.Value) => At(type.Values, index),
        (ServiceNode service, DescriptorFields.Service.Method) => At(service.Methods, index),
        _ => null,
    };

    private static Node? At<T>(List<T> nodes, int index)
        where T : Node => index >= 0 && index < nodes.Count ? nodes[index] : null;
}
