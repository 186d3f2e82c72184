using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A list.</summary>
internal sealed class RepeatedFieldEmitter(FieldModel field, bool hasRuntime) : FieldEmitter(field)
{
    private string Codec => $"_repeated_{Field.CamelName}_codec";

    public override void WriteMembers(CodeWriter writer)
    {
        if (!hasRuntime) writer.Line($"private static readonly pb::FieldCodec<{Value.TypeName}> {Codec} = {WireCalls.Codec(Value, Field.Tag, withDefault: false)};");
        WritePropertyHead(writer, $"pbc::RepeatedField<{Value.TypeName}>");
        writer.Line($"{{ get; }} = new pbc::RepeatedField<{Value.TypeName}>();");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"{Property}.Equals(other.{Property})");

    public override void WriteHash(CodeWriter writer) => writer.Line($"hash ^= {Property}.GetHashCode();");

    public override void WriteSize(CodeWriter writer) => writer.Line($"size += {Property}.CalculateSize({Codec});");

    public override void WriteOutput(CodeWriter writer) => writer.Line($"{Property}.WriteTo(ref output, {Codec});");

    public override void WriteParse(CodeWriter writer) => writer.Line($"{Property}.AddEntriesFrom(ref input, {Codec});");

    public override void WriteMerge(CodeWriter writer) => writer.Line($"{Property}.Add(other.{Property});");

    public override void WriteClone(CodeWriter writer) => writer.Line($"{Property} = other.{Property}.Clone();");
}
