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
        writer.WriteString(1, type.Name);
        foreach (var value in type.Values) WriteValue(context, value);
        context.WriteOptions(3, type);
        foreach (var (from, to) in type.ReservedRanges) MessageSerializer.WriteRange(writer, 4, from, to);
        foreach (var name in type.ReservedNames) writer.WriteString(5, name);
        if (type.Visibility != SymbolVisibility.Unset && context.Lowered is null) writer.WriteInt32(6, (int)type.Visibility);
        writer.EndMessage(start);
    }

    private static void WriteValue(SerializationContext context, EnumValueDescriptor value)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(2);
        writer.WriteString(1, value.Name);
        writer.WriteInt32(2, value.Number);
        context.WriteOptions(3, value);
        writer.EndMessage(start);
    }
}
