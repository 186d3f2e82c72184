using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Span;

/// <summary>Writes the statement that writes one field to <c>w</c>.</summary>
internal static class FieldWriting
{
    public static void Write(CodeWriter writer, FieldModel field, MessageModel message)
    {
        var value = field.Value;
        if (field.Cardinality == FieldCardinality.Map)
            writer.Line($"w.WriteMap<{Codecs.TypeArguments(field.MapKey!, value)}>({field.Tag}, {field.StorageName});");
        else if (field.Cardinality == FieldCardinality.Repeated)
            WriteRepeated(writer, field);
        else if (value.IsWrapper)
            WriteWrapper(writer, field);
        else if (IsMessage(value))
            writer.Line($"w.Write{WireCalls.Name(value.Type)}({field.Tag}, {field.StorageName});");
        else
            WriteScalar(writer, field, message);
    }

    private static bool IsMessage(ValueModel value) => value.Type is FieldType.Message or FieldType.Group;

    private static void WriteScalar(CodeWriter writer, FieldModel field, MessageModel message)
    {
        var test = field.Presence switch
        {
            PresenceKind.HasBit => $"Has{field.PropertyName}",
            PresenceKind.Null => $"{field.StorageName} != null",
            PresenceKind.OneofCase => $"{message.Oneofs[field.OneofIndex].CamelName}Case_ == {field.Number}",
            _ => null,
        };
        if (test != null) writer.Write($"if ({test}) ");
        writer.Write(test == null ? "w.WriteImplicit" : "w.Write");
        var cast = field.Value.Type == FieldType.Enum ? "(int) " : "";
        writer.Line($"{WireCalls.Name(field.Value.Type)}({field.Tag}, {cast}{field.StorageName});");
    }

    private static void WriteWrapper(CodeWriter writer, FieldModel field)
    {
        var content = field.Value.Wrapped is FieldType.String or FieldType.Bytes ? "" : ".Value";
        var name = field.PropertyName;
        writer.Line($"if ({name} != null) w.WriteWrapped<{Codecs.WrappedTypeArguments(field.Value)}>({field.Tag}, {name}{content});");
    }

    private static void WriteRepeated(CodeWriter writer, FieldModel field)
    {
        var value = field.Value;
        if (value.Type == FieldType.String)
            writer.Line($"w.WriteRepeatedString({field.Tag}, {field.StorageName});");
        else if (value.Type == FieldType.Group)
            writer.Line($"w.WriteGroups<{value.TypeName}>({field.Tag}, {field.StorageName});");
        else if (value.Type == FieldType.Message && !value.IsWrapper)
            writer.Line($"w.WriteMessages<{value.TypeName}>({field.Tag}, {field.StorageName});");
        else
            writer.Line($"w.{RepeatedMethod(field)}<{Codecs.TypeArguments(value)}>({field.Tag}, {field.StorageName});");
    }

    private static string RepeatedMethod(FieldModel field)
    {
        if (!field.IsPacked) return "WriteRepeated";
        return Codecs.IsFixed(field.Value.Type) ? "WritePackedFixed" : "WritePackedVarints";
    }
}
