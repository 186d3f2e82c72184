using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads FieldDescriptorProto.</summary>
internal static class FieldNodeReader
{
    public static bool Read(ref WireReader reader, List<FieldNode> fields)
    {
        var node = new FieldNode(new Name(MessageNodeReader.NameOf(reader), default));
        if (!ReadNested(ref reader, node, ReadField)) return false;
        fields.Add(node);
        return true;
    }

    private static bool ReadField(ref WireReader reader, FieldNode node)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.Field.Extendee: node.Extendee = new Name(reader.ReadString(), default); return true;
            case DescriptorFields.Field.Number: node.Number = (int)reader.ReadVarint(); return true;
            case DescriptorFields.Field.Label:
                if (ReadEnum(ref reader, (int)FieldLabel.Repeated) is > 0 and var label) node.Label = (FieldLabel)label;
                return true;
            case DescriptorFields.Field.Type:
                if (ReadEnum(ref reader, (int)FieldType.SInt64) is > 0 and var type) node.Type = (FieldType)type;
                return true;
            case DescriptorFields.Field.TypeName: node.TypeName = reader.ReadString(); return true;
            case DescriptorFields.Field.DefaultValue: node.DefaultValue = reader.ReadString(); return true;
            case DescriptorFields.Field.Options: return OptionNodeReader.Read(ref reader, node.Options);
            case DescriptorFields.Field.OneofIndex:
                node.OneofIndex = (int)reader.ReadVarint();
                node.HasOneofIndex = true;
                return true;
            case DescriptorFields.Field.JsonName: node.JsonName = reader.ReadString(); return true;
            case DescriptorFields.Field.Proto3Optional: node.Proto3Optional = reader.ReadVarint() != 0; return true;
            default: return false;
        }
    }
}
