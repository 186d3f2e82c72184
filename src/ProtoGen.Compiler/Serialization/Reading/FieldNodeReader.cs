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
            case 2: node.Extendee = new Name(reader.ReadString(), default); return true;
            case 3: node.Number = (int)reader.ReadVarint(); return true;
            case 4: if (ReadEnum<FieldLabel>(ref reader) is { } label) node.Label = label; return true;
            case 5: if (ReadEnum<FieldType>(ref reader) is { } type) node.Type = type; return true;
            case 6: node.TypeName = reader.ReadString(); return true;
            case 7: node.DefaultValue = reader.ReadString(); return true;
            case 8: return OptionNodeReader.Read(ref reader, node.Options);
            case 9:
                node.OneofIndex = (int)reader.ReadVarint();
                node.HasOneofIndex = true;
                return true;
            case 10: node.JsonName = reader.ReadString(); return true;
            case 17: node.Proto3Optional = reader.ReadVarint() != 0; return true;
            default: return false;
        }
    }
}
