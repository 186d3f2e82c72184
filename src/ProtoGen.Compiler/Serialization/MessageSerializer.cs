using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes DescriptorProto.</summary>
internal static class MessageSerializer
{
    public static void Write(SerializationContext context, int number, MessageDescriptor message)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(number);
        writer.WriteString(DescriptorFields.Message.Name, message.Name);
        WriteFields(context, message);
        foreach (var nested in message.Messages) Write(context, DescriptorFields.Message.NestedType, nested);
        foreach (var type in message.Enums) EnumSerializer.Write(context, DescriptorFields.Message.EnumType, type);
        foreach (var range in message.ExtensionRanges) WriteExtensionRange(context, range);
        foreach (var extension in message.Extensions)
            FieldSerializer.Write(context, DescriptorFields.Message.Extension, extension, oneofIndex: -1);
        context.WriteOptions(DescriptorFields.Message.Options, message);
        foreach (var oneof in message.Oneofs) WriteOneof(context, oneof);
        foreach (var name in context.Lowered?.GetSyntheticOneofs(message) ?? []) WriteSyntheticOneof(writer, name);
        foreach (var (from, to) in message.ReservedRanges) WriteRange(writer, DescriptorFields.Message.ReservedRange, from, to);
        foreach (var name in message.ReservedNames) writer.WriteString(DescriptorFields.Message.ReservedName, name);
        if (message.Visibility != SymbolVisibility.Unset && context.Lowered is null)
            writer.WriteInt32(DescriptorFields.Message.Visibility, (int)message.Visibility);
        writer.EndMessage(start);
    }

    /// <summary>Writes a range as a message with the fields start and end.</summary>
    public static void WriteRange(WireWriter writer, int number, int from, int to)
    {
        var start = writer.BeginMessage(number);
        writer.WriteInt32(DescriptorFields.ReservedRange.Start, from);
        writer.WriteInt32(DescriptorFields.ReservedRange.End, to);
        writer.EndMessage(start);
    }

    private static void WriteFields(SerializationContext context, MessageDescriptor message)
    {
        var last = 0;
        var synthetic = message.Oneofs.Count;
        foreach (var field in message.Fields)
        {
            var index = -1;
            if (field.ContainingOneof is { } oneof) last = index = IndexOf(message.Oneofs, oneof, last);
            else if (context.Lowered?.IsProto3Optional(field) == true) index = synthetic++;
            FieldSerializer.Write(context, DescriptorFields.Message.Field, field, index);
        }
    }

    /// <summary>Returns the index of a oneof.</summary>
    /// <remarks>The search starts at the last index, because the fields of a oneof are consecutive.</remarks>
    private static int IndexOf(IReadOnlyList<OneofDescriptor> oneofs, OneofDescriptor oneof, int from)
    {
        for (var i = from; i < oneofs.Count; i++)
        {
            if (oneofs[i] == oneof) return i;
        }

        return IndexOf(oneofs, oneof, 0);
    }

    private static void WriteExtensionRange(SerializationContext context, ExtensionRangeDescriptor range)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(DescriptorFields.Message.ExtensionRange);
        writer.WriteInt32(DescriptorFields.ExtensionRange.Start, range.Start);
        writer.WriteInt32(DescriptorFields.ExtensionRange.End, range.End);
        context.WriteOptions(DescriptorFields.ExtensionRange.Options, range);
        writer.EndMessage(start);
    }

    private static void WriteOneof(SerializationContext context, OneofDescriptor oneof)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(DescriptorFields.Message.OneofDecl);
        writer.WriteString(DescriptorFields.Oneof.Name, oneof.Name);
        context.WriteOptions(DescriptorFields.Oneof.Options, oneof);
        writer.EndMessage(start);
    }

    private static void WriteSyntheticOneof(WireWriter writer, string name)
    {
        var start = writer.BeginMessage(DescriptorFields.Message.OneofDecl);
        writer.WriteString(DescriptorFields.Oneof.Name, name);
        writer.EndMessage(start);
    }
}
