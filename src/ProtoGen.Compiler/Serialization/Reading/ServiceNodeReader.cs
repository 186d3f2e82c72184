using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads ServiceDescriptorProto.</summary>
internal static class ServiceNodeReader
{
    public static bool Read(ref WireReader reader, List<ServiceNode> services)
    {
        var node = new ServiceNode(new Name(MessageNodeReader.NameOf(reader), default));
        services.Add(node);
        return ReadNested(ref reader, node, ReadField);
    }

    private static bool ReadField(ref WireReader reader, ServiceNode node) => reader.FieldNumber switch
    {
        DescriptorFields.Service.Method => ReadMethod(ref reader, node.Methods),
        DescriptorFields.Service.Options => OptionNodeReader.Read(ref reader, node.Options),
        _ => false,
    };

    private static bool ReadMethod(ref WireReader reader, List<MethodNode> methods)
    {
        var node = new MethodNode(new Name(MessageNodeReader.NameOf(reader), default));
        methods.Add(node);
        return ReadNested(ref reader, node, ReadMethodField);
    }

    private static bool ReadMethodField(ref WireReader reader, MethodNode node)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.Method.InputType: node.InputType = new Name(reader.ReadString(), default); return true;
            case DescriptorFields.Method.OutputType: node.OutputType = new Name(reader.ReadString(), default); return true;
            case DescriptorFields.Method.Options: node.HasBlock = true; return OptionNodeReader.Read(ref reader, node.Options);
            case DescriptorFields.Method.ClientStreaming: node.ClientStreaming = reader.ReadVarint() != 0; return true;
            case DescriptorFields.Method.ServerStreaming: node.ServerStreaming = reader.ReadVarint() != 0; return true;
            default: return false;
        }
    }
}
