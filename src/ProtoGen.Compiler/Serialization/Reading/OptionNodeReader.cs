using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads options messages. All interpreted options become one node, each UninterpretedOption its own node.</summary>
internal static class OptionNodeReader
{
    public static bool Read(ref WireReader reader, List<OptionNode> options)
    {
        if (reader.WireType != WireType.LengthDelimited) return false;
        var message = reader.ReadMessage();
        if (!HasUninterpreted(message))
        {
            AddInterpreted(options, message.Slice(message.Position, message.Remaining));
            return true;
        }

        var interpreted = new WireWriter();
        while (message.ReadTag())
        {
            if (message.FieldNumber == DescriptorFields.MessageOptions.UninterpretedOption && message.WireType == WireType.LengthDelimited)
            {
                var node = new OptionNode();
                options.Add(node);
                ReadNested(ref message, node, ReadUninterpreted);
                continue;
            }

            var start = message.TagStart;
            message.Skip();
            if (!message.Failed) interpreted.WriteRaw(message.Bytes, start, message.Position - start);
        }

        if (message.Failed) reader.Fail();
        if (interpreted.Length > 0 || options.Count == 0) AddInterpreted(options, interpreted.ToArray());
        return true;
    }

    /// <summary>Returns the value of a bool field in an options message.</summary>
    public static bool GetBool(WireReader options, int number)
    {
        var value = false;
        while (options.ReadTag())
        {
            if (options.FieldNumber == number && options.WireType == WireType.Varint) value = options.ReadVarint() != 0;
            else options.Skip();
        }

        return value;
    }

    private static bool HasUninterpreted(WireReader options)
    {
        while (options.ReadTag())
        {
            if (options.FieldNumber == DescriptorFields.MessageOptions.UninterpretedOption) return true;
            options.Skip();
        }

        // The loop over all fields reports malformed options.
        return options.Failed;
    }

    private static void AddInterpreted(List<OptionNode> options, byte[] bytes)
    {
        var node = new OptionNode();
        node.SetInterpreted(bytes);
        options.Insert(0, node);
    }

    private static bool ReadUninterpreted(ref WireReader reader, OptionNode node)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.UninterpretedOption.Name: return ReadNamePart(ref reader, node.NameParts);
            case DescriptorFields.UninterpretedOption.IdentifierValue: node.SetIdentifier(reader.ReadString()); return true;
            case DescriptorFields.UninterpretedOption.PositiveIntValue: node.SetPositive(reader.ReadVarint()); return true;
            case DescriptorFields.UninterpretedOption.NegativeIntValue: node.SetNegative((long)reader.ReadVarint()); return true;
            case DescriptorFields.UninterpretedOption.DoubleValue:
                node.SetDouble(BitConverter.Int64BitsToDouble((long)reader.ReadFixed64()));
                return true;
            case DescriptorFields.UninterpretedOption.StringValue: node.SetString(reader.ReadBytes()); return true;
            case DescriptorFields.UninterpretedOption.AggregateValue: node.SetAggregate(Utf8.GetBytes(reader.ReadString())); return true;
            default: return false;
        }
    }

    /// <summary>Reads a part of an option's name, in which both fields are required.</summary>
    private static bool ReadNamePart(ref WireReader reader, List<OptionNamePart> parts)
    {
        if (reader.WireType != WireType.LengthDelimited) return false;
        (string? text, bool? isExtension) = (null, null);
        var part = reader.ReadMessage();
        while (part.ReadTag())
        {
            if (part.FieldNumber == DescriptorFields.OptionNamePart.NamePart && part.WireType == WireType.LengthDelimited)
                text = part.ReadString();
            else if (part.FieldNumber == DescriptorFields.OptionNamePart.IsExtension && part.WireType == WireType.Varint)
                isExtension = part.ReadVarint() != 0;
            else part.Skip();
        }

        if (part.Failed || text is null || isExtension is null) reader.Fail();
        else parts.Add(new OptionNamePart(text, isExtension.Value, default));
        return true;
    }
}
