using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a list. Without the base class the message has a codec for it; with it, ProtoGen.Runtime has the codecs.</summary>
internal sealed class RepeatedFieldEmitter(FieldModel field, bool hasCodec) : FieldEmitter(field)
{
    private string Codec => $"_repeated_{Field.CamelName}_codec";

    private string Type => $"pbc::RepeatedField<{Value.TypeName}>";

    public override void WriteMembers(CodeWriter writer)
    {
        if (hasCodec)
        {
            writer.WriteLine(
                $"private static readonly pb::FieldCodec<{Value.TypeName}> {Codec} = {WireCalls.Codec(Value, Field.Tag, withDefault: false)};");
        }
        writer.WriteLine($"private readonly {Type} {Storage} = new {Type}();");
        WritePropertyHead(writer, Type);
        writer.WriteLine($"=> {Storage};");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"{Storage}.Equals(other.{Storage})");

    public override void WriteReading(CodeWriter writer)
    {
        if (Value.Type == FieldType.Group)
            writer.WriteLine($"while (r.At({Field.Tag})) {{ var m = new {Value.TypeName}(); {MessageReading("m")} {Storage}.Add(m); }}");
        else
            writer.WriteLine($"r.{Call("Read")}({(Field.IsPackable ? WireCalls.PackedTag(Field) : Field.Tag)}, {Storage});");
    }

    public override void WriteWriting(CodeWriter writer) => writer.WriteLine(Value.Type == FieldType.Group
        ? $"w.WriteGroups<{Value.TypeName}>({WireCalls.Number(Field.Tag)}, {Storage});"
        : $"w.{Call("Write")}({WireCalls.Number(Field.Tag)}, {Storage});");

    public override void WriteMerging(CodeWriter writer) =>
        writer.WriteLine($"_MergeList<{Value.TypeName}>({Storage}, other.{Storage}, copy);");

    public override void WriteParsing(CodeWriter writer) => writer.Write($"{Storage}.AddEntriesFrom(ref input, {Codec});");

    public override void WriteOutput(CodeWriter writer) => writer.WriteLine($"{Storage}.WriteTo(ref output, {Codec});");

    public override void WriteSize(CodeWriter writer) => writer.WriteLine($"size += {Storage}.CalculateSize({Codec});");

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"hash ^= {Storage}.GetHashCode();");

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine($"{Storage}.Add(other.{Storage});");

    public override void WriteCopy(CodeWriter writer) => writer.WriteLine($"{Storage} = other.{Storage}.Clone();");

    /// <summary>Returns the reader's or writer's method for the elements, with its type arguments.</summary>
    private string Call(string verb)
    {
        if (Value.Type == FieldType.String) return $"{verb}RepeatedString";
        if (Value.IsMessage) return $"{verb}Messages<{Value.TypeName}>";
        var isPacked = verb == "Read" ? Field.IsPackable : Field.IsPacked;
        var kind = !isPacked ? "Repeated" : Codecs.IsFixed(Value.Type) ? "PackedFixed" : "PackedVarints";
        return $"{verb}{kind}<{Codecs.TypeArguments(Value)}>";
    }
}
