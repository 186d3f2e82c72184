using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes EnumDescriptorProto.</summary>
internal static class EnumSerializer
{
    public static void Write(SerializationContext context, int number, EnumDescriptor type)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(number);
        writer.WriteString(DescriptorFields.Enum.Name, type.Name);
        foreach (var value in type.Values) WriteValue(context, value);
        context.WriteOptions(DescriptorFields.Enum.Options, type);
        foreach (var (from, to) in type.ReservedRanges) MessageSerializer.WriteRange(writer, DescriptorFields.Enum.ReservedRange, from, to);
        foreach (var name in type.ReservedNames) writer.WriteString(DescriptorFields.Enum.ReservedName, name);
        if (type.Visibility != SymbolVisibility.Unset && context.Lowered is null)
            writer.WriteInt32(DescriptorFields.Enum.Visibility, (int)type.Visibility);
        writer.EndMessage(start);
    }

    private static void WriteValue(SerializationContext context, EnumValueDescriptor value)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(DescriptorFields.Enum.Value);
        writer.WriteString(DescriptorFields.EnumValue.Name, value.Name);
        writer.WriteInt32(DescriptorFields.EnumValue.Number, value.Number);
        context.WriteOptions(DescriptorFields.EnumValue.Options, value);
        writer.EndMessage(start);
    }
}
