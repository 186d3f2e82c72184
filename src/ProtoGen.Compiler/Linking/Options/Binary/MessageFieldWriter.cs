using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Writes a message field: length-delimited, as a group, or as an item of a message set.</summary>
internal static class MessageFieldWriter
{
    /// <summary>The field number of the group for an item of a message set.</summary>
    public const int SetItem = 1;

    /// <summary>The field number of the extension's number in an item.</summary>
    public const int SetItemType = 2;

    /// <summary>The field number of the message in an item.</summary>
    public const int SetItemMessage = 3;

    /// <summary>Writes the field with the content of its message.</summary>
    public static void Write(WireWriter writer, FieldDescriptor field, MessageRecords content)
    {
        if (!IsSetItem(field))
        {
            var start = Begin(writer, field);
            content.WriteTo(writer);
            End(writer, field, start);
            return;
        }

        writer.WriteTag(SetItem, WireType.StartGroup);
        writer.WriteInt32(SetItemType, field.Number);
        WriteContent(writer, SetItemMessage, content);
        writer.WriteTag(SetItem, WireType.EndGroup);
    }

    /// <summary>Writes a length-delimited message.</summary>
    public static void WriteContent(WireWriter writer, int number, MessageRecords content)
    {
        var start = writer.BeginMessage(number);
        content.WriteTo(writer);
        writer.EndMessage(start);
    }

    /// <summary>Starts the field; pass the result to <see cref="End"/>.</summary>
    public static int Begin(WireWriter writer, FieldDescriptor field)
    {
        if (field.Type != FieldType.Group) return writer.BeginMessage(field.Number);
        writer.WriteTag(field.Number, WireType.StartGroup);
        return writer.Length;
    }

    /// <summary>Ends the field.</summary>
    public static void End(WireWriter writer, FieldDescriptor field, int start)
    {
        if (field.Type == FieldType.Group) writer.WriteTag(field.Number, WireType.EndGroup);
        else writer.EndMessage(start);
    }

    /// <summary>Returns whether the field is an extension of a message set and is written as an item.</summary>
    private static bool IsSetItem(FieldDescriptor field) =>
        field.IsExtension && field.ContainingType.IsMessageSet && field is { Type: FieldType.Message, IsRepeated: false };
}
