using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Writes a message as a field of another: with its length, as a group, or as an item of a message set.</summary>
internal static class MessageFieldWriter
{
    /// <summary>The number of the group that holds an item of a message set.</summary>
    public const int SetItem = 1;

    /// <summary>The number of the field of an item that holds the extension's number.</summary>
    public const int SetItemType = 2;

    /// <summary>The number of the field of an item that holds the message.</summary>
    public const int SetItemMessage = 3;

    /// <summary>Writes the field with <paramref name="content"/> as its message.</summary>
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

    /// <summary>Writes a message preceded by its length.</summary>
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

    /// <summary>Returns whether it is written as an item of a message set.</summary>
    private static bool IsSetItem(FieldDescriptor field) =>
        field.IsExtension && field.ContainingType.IsMessageSet && field is { Type: FieldType.Message, IsRepeated: false };
}
