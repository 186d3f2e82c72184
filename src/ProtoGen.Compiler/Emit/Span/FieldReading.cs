using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Span;

/// <summary>Writes the statements that read one field from <c>r</c>, behind its <c>case</c>.</summary>
internal static class FieldReading
{
    public static void Write(CodeWriter writer, FieldModel field)
    {
        var value = field.Value;
        if (field.Cardinality == FieldCardinality.Map)
            writer.Line($"r.ReadMap<{Codecs.TypeArguments(field.MapKey!, value)}>({field.Tag}, {field.StorageName});");
        else if (field.Cardinality == FieldCardinality.Repeated)
            WriteRepeated(writer, field);
        else if (value.IsWrapper)
            WriteWrapper(writer, field);
        else if (IsMessage(value))
            WriteMessage(writer, field);
        else
            WriteScalar(writer, field);
    }

    /// <summary>Whether the field's own tag may follow at once, and no call reads all of them.</summary>
    public static bool MayRepeat(FieldModel field) =>
        field.Cardinality == FieldCardinality.Repeated && IsMessage(field.Value);

    private static bool IsMessage(ValueModel value) => value.Type is FieldType.Message or FieldType.Group && !value.IsWrapper;

    private static void WriteScalar(CodeWriter writer, FieldModel field)
    {
        // A string is never null here, so its check is left out; what else a property does when set must be done.
        var target = field.OneofIndex < 0 && field.Value.IsStringOrBytes ? field.StorageName : field.PropertyName;
        var cast = field.Value.Type == FieldType.Enum ? $"({field.Value.TypeName}) " : "";
        writer.Line($"{target} = {cast}r.Read{WireCalls.Name(field.Value.Type)}();");
    }

    private static void WriteWrapper(CodeWriter writer, FieldModel field)
    {
        var name = field.PropertyName;
        var read = $"r.ReadValue<{Codecs.TypeArguments(field.Value)}>()";
        writer.Line(field.OneofIndex >= 0
            ? $"{name} = {read};"
            : $"{{ var value = {read}; if ({name} == null || value != {field.Value.Default}) {name} = value; }}");
    }

    private static void WriteMessage(CodeWriter writer, FieldModel field)
    {
        var name = field.PropertyName;
        var type = field.Value.TypeName;
        if (field.OneofIndex >= 0)
            writer.Line($"{{ var m = new {type}(); if ({name} != null) m.MergeFrom({name}); {Read(field.Value, "m")} {name} = m; }}");
        else
            writer.Line($"if ({name} == null) {name} = new {type}(); {Read(field.Value, name)}");
    }

    private static void WriteRepeated(CodeWriter writer, FieldModel field)
    {
        var value = field.Value;
        if (IsMessage(value))
            writer.Line($"{{ var m = new {value.TypeName}(); {Read(value, "m")} {field.StorageName}.Add(m); }}");
        else if (value.Type == FieldType.String)
            writer.Line($"r.ReadRepeatedString({field.Tag}, {field.StorageName});");
        else
            WriteRepeatedValues(writer, field);
    }

    /// <summary><c>tag</c> tells packed values from others. Elsewhere a guess may have led here, and it is still the tag of the field before.</summary>
    private static void WriteRepeatedValues(CodeWriter writer, FieldModel field)
    {
        writer.Write($"r.{RepeatedMethod(field)}<{Codecs.TypeArguments(field.Value)}>(");
        if (field.IsPackable) writer.Write("tag");
        else writer.Write(field.Tag);
        writer.Line($", {field.StorageName});");
    }

    private static string RepeatedMethod(FieldModel field)
    {
        if (!field.IsPackable) return "ReadRepeated";
        return Codecs.IsFixed(field.Value.Type) ? "ReadFixed" : "ReadVarints";
    }

    private static string Read(ValueModel value, string message) =>
        value.Type == FieldType.Group ? $"r.ReadGroup({value.Tag}, {message});" : $"r.ReadMessage({message});";
}
