using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads DescriptorProto.</summary>
internal static class MessageNodeReader
{
    public static bool Read(ref WireReader reader, List<MessageNode> messages)
    {
        var node = new MessageNode(new Name(NameOf(reader), default));
        if (!ReadNested(ref reader, node, ReadField)) return false;
        MarkSynthetic(node);
        messages.Add(node);
        return true;
    }

    /// <summary>Marks the synthetic oneofs, which have a single field that is <c>optional</c>.</summary>
    private static void MarkSynthetic(MessageNode node)
    {
        var counts = new int[node.Oneofs.Count];
        foreach (var field in node.Fields)
            if (field.OneofIndex >= 0 && field.OneofIndex < counts.Length) counts[field.OneofIndex]++;
        foreach (var field in node.Fields)
        {
            if (field.Proto3Optional && field.OneofIndex >= 0 && field.OneofIndex < counts.Length && counts[field.OneofIndex] == 1)
                node.Oneofs[field.OneofIndex].IsSynthetic = true;
        }
    }

    /// <summary>Returns the name of the element in the current field, because nodes need their name when they are created.</summary>
    /// <remarks>The field <c>name</c> has the same number in all messages that describe an element.</remarks>
    public static string NameOf(WireReader reader)
    {
        var name = "";
        var message = reader.ReadMessage();
        while (message.ReadTag())
        {
            if (message.FieldNumber == DescriptorFields.Message.Name && message.WireType == WireType.LengthDelimited)
                name = message.ReadString();
            else message.Skip();
        }

        return name;
    }

    /// <summary>Reads the start and end of a range. All kinds of ranges use the same field numbers.</summary>
    public static (int Start, int End) ReadRange(WireReader reader)
    {
        var (start, end) = (0, 0);
        while (reader.ReadTag())
        {
            if (reader.WireType != WireType.Varint) reader.Skip();
            else if (reader.FieldNumber == DescriptorFields.ReservedRange.Start) start = (int)reader.ReadVarint();
            else if (reader.FieldNumber == DescriptorFields.ReservedRange.End) end = (int)reader.ReadVarint();
            else reader.Skip();
        }

        return (start, end);
    }

    /// <summary>Reads a reserved range of a message or an enum.</summary>
    public static ReservedRangeNode ReadReservedRange(WireReader reader)
    {
        var (start, end) = ReadRange(reader);
        return new ReservedRangeNode(start, end);
    }

    private static bool ReadField(ref WireReader reader, MessageNode node)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.Message.Field: return FieldNodeReader.Read(ref reader, node.Fields);
            case DescriptorFields.Message.NestedType: return Read(ref reader, node.Messages);
            case DescriptorFields.Message.EnumType: return EnumNodeReader.Read(ref reader, node.Enums);
            case DescriptorFields.Message.ExtensionRange: return ReadExtensionRange(ref reader, node.ExtensionRanges);
            case DescriptorFields.Message.Extension: return FieldNodeReader.Read(ref reader, node.Extensions);
            case DescriptorFields.Message.Options: return ReadOptions(ref reader, node);
            case DescriptorFields.Message.OneofDecl: return ReadOneof(ref reader, node.Oneofs);
            case DescriptorFields.Message.ReservedRange: node.ReservedRanges.Add(ReadReservedRange(reader.ReadMessage())); return true;
            case DescriptorFields.Message.ReservedName: node.ReservedNames.Add(reader.ReadString()); return true;
            case DescriptorFields.Message.Visibility:
                if (ReadEnum(ref reader, (int)SymbolVisibility.Export) is > 0 and var value) node.Visibility = (SymbolVisibility)value;
                return true;
            default: return false;
        }
    }

    private static bool ReadOptions(ref WireReader reader, MessageNode node)
    {
        var options = reader;
        node.IsMapEntry = OptionNodeReader.GetBool(options.ReadMessage(), DescriptorFields.MessageOptions.MapEntry);
        return OptionNodeReader.Read(ref reader, node.Options);
    }

    private static bool ReadExtensionRange(ref WireReader reader, List<ExtensionRangeNode> ranges)
    {
        var (start, end) = ReadRange(reader.Peek());
        var node = new ExtensionRangeNode(start, end);
        ranges.Add(node);
        return ReadNested(ref reader, node, static (ref WireReader range, ExtensionRangeNode target) =>
            range.FieldNumber == DescriptorFields.ExtensionRange.Options && OptionNodeReader.Read(ref range, target.Options));
    }

    private static bool ReadOneof(ref WireReader reader, List<OneofNode> oneofs)
    {
        var node = new OneofNode(new Name(NameOf(reader), default));
        oneofs.Add(node);
        return ReadNested(ref reader, node, static (ref WireReader oneof, OneofNode target) =>
            oneof.FieldNumber == DescriptorFields.Oneof.Options && OptionNodeReader.Read(ref oneof, target.Options));
    }
}
