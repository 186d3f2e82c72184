using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a map. Without the base class the message has a codec for it; with it, ProtoGen.Runtime has the codecs.</summary>
internal sealed class MapFieldEmitter(FieldModel field, bool hasCodec) : FieldEmitter(field)
{
    private string Codec => $"_map_{Field.CamelName}_codec";

    private string TypeArguments => $"{Field.MapKey!.TypeName}, {Value.TypeName}";

    private string Type => $"pbc::MapField<{TypeArguments}>";

    public override void WriteMembers(CodeWriter writer)
    {
        if (hasCodec) WriteCodec(writer);
        writer.WriteLine($"private readonly {Type} {Storage} = new {Type}();");
        WritePropertyHead(writer, Type);
        writer.WriteLine($"=> {Storage};");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"{Storage}.Equals(other.{Storage})");

    public override void WriteReading(CodeWriter writer) =>
        writer.WriteLine($"r.ReadMap<{Codecs.TypeArguments(Field.MapKey!, Value)}>({Field.Tag}, {Storage});");

    public override void WriteWriting(CodeWriter writer) =>
        writer.WriteLine($"w.WriteMap<{Codecs.TypeArguments(Field.MapKey!, Value)}>({Field.Tag}, {Storage});");

    public override void WriteMerging(CodeWriter writer) =>
        writer.WriteLine($"_MergeMap<{TypeArguments}>({Storage}, other.{Storage}, copy);");

    public override void WriteParsing(CodeWriter writer) => writer.Write($"{Storage}.AddEntriesFrom(ref input, {Codec});");

    public override void WriteOutput(CodeWriter writer) => writer.WriteLine($"{Storage}.WriteTo(ref output, {Codec});");

    public override void WriteSize(CodeWriter writer) => writer.WriteLine($"size += {Storage}.CalculateSize({Codec});");

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"hash ^= {Storage}.GetHashCode();");

    // MapField.MergeFrom does the same, but versions of Google.Protobuf before 3.23 lack it.
    public override void WriteMergeFrom(CodeWriter writer) =>
        writer.WriteLine($"foreach (var entry in other.{Storage}) {Storage}[entry.Key] = entry.Value;");

    public override void WriteCopy(CodeWriter writer) => writer.WriteLine($"{Storage} = other.{Storage}.Clone();");

    private void WriteCodec(CodeWriter writer)
    {
        var key = WireCalls.Codec(Field.MapKey!, Field.MapKey!.Tag, withDefault: true);
        var value = WireCalls.Codec(Value, Value.Tag, withDefault: true);
        writer.WriteLine($"private static readonly {Type}.Codec {Codec} = new {Type}.Codec({key}, {value}, {Field.Tag});");
    }
}
