using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes FieldDescriptorProto.</summary>
internal static class FieldSerializer
{
    public static void Write(SerializationContext context, int number, FieldDescriptor field, int oneofIndex)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(number);
        writer.WriteString(1, field.Name);
        if (field.IsExtension) writer.WriteTypeName(2, field.ContainingType.FullName);
        writer.WriteInt32(3, field.Number);
        writer.WriteInt32(4, (int)LabelOf(context, field));
        writer.WriteInt32(5, (int)TypeOf(context, field));
        if (((Descriptor?)field.MessageType ?? field.EnumType) is { } type) writer.WriteTypeName(6, type.FullName);
        if (field.DefaultValueText is { } text) writer.WriteString(7, text);
        context.WriteOptions(8, field);
        if (oneofIndex >= 0) writer.WriteInt32(9, oneofIndex);
        if (field.HasJsonName || context.JsonNames) writer.WriteString(10, field.JsonName);
        if (field.Proto3Optional || context.Lowered?.IsProto3Optional(field) == true) writer.WriteBool(17, true);
        writer.EndMessage(start);
    }

    /// <summary>Editions have no keyword for required fields: the label comes of a feature, and is not written.</summary>
    private static FieldLabel LabelOf(SerializationContext context, FieldDescriptor field) =>
        field.Label == FieldLabel.Required && !context.IsLegacySyntax && context.Lowered is null ? FieldLabel.Optional : field.Label;

    /// <summary>Nor for groups: the encoding is a feature, which a lowered file has no other way to say.</summary>
    private static FieldType TypeOf(SerializationContext context, FieldDescriptor field) =>
        field.Type == FieldType.Group && !context.IsLegacySyntax && context.Lowered is null ? FieldType.Message : field.Type;
}
