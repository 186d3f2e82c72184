using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a message or group outside oneofs.</summary>
internal sealed class MessageFieldEmitter(FieldModel field) : FieldEmitter(field)
{
    public override void WriteMembers(CodeWriter writer)
    {
        writer.WriteLine($"private {Field.PropertyTypeName} {Storage};");
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.WriteLine($"{{ get => {Storage}; set => {Storage} = value; }}");
        WritePresenceMembers(writer, $"{Storage} != null", $"{Storage} = null;");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"object.Equals({Storage}, other.{Storage})");

    public override void WriteReading(CodeWriter writer) => writer.WriteLine(
        $"if (r.At({Field.Tag})) {{ if ({Storage} == null) {Storage} = new {Value.TypeName}(); {MessageReading(Storage)} }}");

    public override void WriteWriting(CodeWriter writer) =>
        writer.WriteLine($"w.Write{WireCalls.Name(Value.Type)}({Field.Tag}, {Storage});");

    public override void WriteMerging(CodeWriter writer) =>
        writer.WriteLine($"{Storage} = _MergeMessage<{Value.TypeName}>({Storage}, other.{Storage}, copy);");

    public override void WriteParsing(CodeWriter writer) =>
        writer.Write($"if ({Storage} == null) {Storage} = new {Value.TypeName}(); input.Read{WireCalls.Name(Value.Type)}({Storage});");

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, $"{Storage} != null", Storage);

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, $"{Storage} != null", Storage);

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"if ({Storage} != null) hash ^= {Storage}.GetHashCode();");

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine(
        $"if (other.{Storage} != null) {{ if ({Storage} == null) {Storage} = new {Value.TypeName}(); {Storage}.MergeFrom(other.{Storage}); }}");

    public override void WriteCopy(CodeWriter writer) =>
        writer.WriteLine($"if (other.{Storage} != null) {Storage} = other.{Storage}.Clone();");
}
