using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads EnumDescriptorProto.</summary>
internal static class EnumNodeReader
{
    public static bool Read(ref WireReader reader, List<EnumNode> enums)
    {
        var node = new EnumNode(new Name(MessageNodeReader.NameOf(reader), default));
        enums.Add(node);
        return ReadNested(ref reader, node, ReadField);
    }

    private static bool ReadField(ref WireReader reader, EnumNode node)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.Enum.Value: return ReadValue(ref reader, node.Values);
            case DescriptorFields.Enum.Options: return OptionNodeReader.Read(ref reader, node.Options);
            case DescriptorFields.Enum.ReservedRange:
                node.ReservedRanges.Add(MessageNodeReader.ReadReservedRange(reader.ReadMessage()));
                return true;
            case DescriptorFields.Enum.ReservedName: node.ReservedNames.Add(reader.ReadString()); return true;
            case DescriptorFields.Enum.Visibility:
                if (ReadEnum(ref reader, (int)SymbolVisibility.Export) is > 0 and var value) node.Visibility = (SymbolVisibility)value;
                return true;
            default: return false;
        }
    }

    // ReadRange fits, because the field number of EnumValueDescriptorProto.number equals that of the end of a range.
    private static int NumberOf(WireReader reader) => MessageNodeReader.ReadRange(reader.ReadMessage()).End;

    private static bool ReadValue(ref WireReader reader, List<EnumValueNode> values)
    {
        var node = new EnumValueNode(new Name(MessageNodeReader.NameOf(reader), default), NumberOf(reader));
        values.Add(node);
        return ReadNested(ref reader, node, static (ref WireReader value, EnumValueNode target) =>
            value.FieldNumber == DescriptorFields.EnumValue.Options && OptionNodeReader.Read(ref value, target.Options));
    }
}
