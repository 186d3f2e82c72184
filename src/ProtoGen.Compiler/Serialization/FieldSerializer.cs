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
        writer.WriteString(DescriptorFields.Field.Name, field.Name);
        if (field.IsExtension) writer.WriteTypeName(DescriptorFields.Field.Extendee, field.ContainingType.FullName);
        writer.WriteInt32(DescriptorFields.Field.Number, field.Number);
        writer.WriteInt32(DescriptorFields.Field.Label, (int)LabelOf(context, field));
        writer.WriteInt32(DescriptorFields.Field.Type, (int)TypeOf(context, field));
        if (((Descriptor?)field.MessageType ?? field.EnumType) is { } type)
            writer.WriteTypeName(DescriptorFields.Field.TypeName, type.FullName);
        if (field.DefaultValueText is { } text) writer.WriteString(DescriptorFields.Field.DefaultValue, text);
        context.WriteOptions(DescriptorFields.Field.Options, field);
        if (oneofIndex >= 0) writer.WriteInt32(DescriptorFields.Field.OneofIndex, oneofIndex);
        if (field.HasJsonName || context.JsonNames) writer.WriteString(DescriptorFields.Field.JsonName, field.JsonName);
        if (field.Proto3Optional || context.Lowered?.IsProto3Optional(field) == true)
            writer.WriteBool(DescriptorFields.Field.Proto3Optional, true);
        writer.EndMessage(start);
    }

    /// <summary>Returns the label to write. In editions a feature makes a field required, not the label.</summary>
    private static FieldLabel LabelOf(SerializationContext context, FieldDescriptor field) =>
        field.Label == FieldLabel.Required && !context.IsLegacySyntax && context.Lowered is null ? FieldLabel.Optional : field.Label;

    /// <summary>
    /// Returns the type to write. In editions a feature makes a field delimited, not the type; a lowered file has no features.
    /// </summary>
    private static FieldType TypeOf(SerializationContext context, FieldDescriptor field) =>
        field.Type == FieldType.Group && !context.IsLegacySyntax && context.Lowered is null ? FieldType.Message : field.Type;
}
