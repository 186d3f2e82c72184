using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A map.</summary>
internal sealed class MapFieldEmitter(FieldModel field, bool hasRuntime) : FieldEmitter(field)
{
    private string Codec => $"_map_{Field.CamelName}_codec";

    private string Type => $"pbc::MapField<{Field.MapKey!.TypeName}, {Value.TypeName}>";

    public override void WriteMembers(CodeWriter writer)
    {
        if (!hasRuntime) WriteCodec(writer);
        WritePropertyHead(writer, Type);
        writer.Line($"{{ get; }} = new {Type}();");
    }

    private void WriteCodec(CodeWriter writer)
    {
        var key = WireCalls.Codec(Field.MapKey!, Field.MapKey!.Tag, withDefault: true);
        var value = WireCalls.Codec(Value, Value.Tag, withDefault: true);
        writer.Line($"private static readonly {Type}.Codec {Codec} = new {Type}.Codec({key}, {value}, {Field.Tag});");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"{Property}.Equals(other.{Property})");

    public override void WriteHash(CodeWriter writer) => writer.Line($"hash ^= {Property}.GetHashCode();");

    public override void WriteSize(CodeWriter writer) => writer.Line($"size += {Property}.CalculateSize({Codec});");

    public override void WriteOutput(CodeWriter writer) => writer.Line($"{Property}.WriteTo(ref output, {Codec});");

    public override void WriteParse(CodeWriter writer) => writer.Line($"{Property}.AddEntriesFrom(ref input, {Codec});");

    public override void WriteMerge(CodeWriter writer) => writer.Line($"{Property}.MergeFrom(other.{Property});");

    public override void WriteClone(CodeWriter writer) => writer.Line($"{Property} = other.{Property}.Clone();");
}
