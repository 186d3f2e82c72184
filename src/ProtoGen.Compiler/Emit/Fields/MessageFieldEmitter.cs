using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A message or group outside oneofs.</summary>
internal sealed class MessageFieldEmitter(FieldModel field) : FieldEmitter(field)
{
    public override void WriteMembers(CodeWriter writer)
    {
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.Line("{ get; set; }");
        WritePresenceMembers(writer, $"{Property} != null", $"{Property} = null;");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"object.Equals({Property}, other.{Property})");

    public override void WriteHash(CodeWriter writer) => writer.Line($"if ({Property} != null) hash ^= {Property}.GetHashCode();");

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, $"{Property} != null", Property);

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, $"{Property} != null", Property);

    public override void WriteParse(CodeWriter writer) =>
        writer.Line($"if ({Property} == null) {Property} = new {Value.TypeName}(); input.Read{WireCalls.Name(Value.Type)}({Property});");

    public override void WriteMerge(CodeWriter writer) =>
        writer.Line($"if (other.{Property} != null) {{ if ({Property} == null) {Property} = new {Value.TypeName}(); {Property}.MergeFrom(other.{Property}); }}");

    public override void WriteClone(CodeWriter writer) => writer.Line($"if (other.{Property} != null) {Property} = other.{Property}.Clone();");
}
