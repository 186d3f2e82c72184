using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a message or group in a oneof.</summary>
internal sealed class OneofMessageFieldEmitter(FieldModel field, OneofModel oneof) : FieldEmitter(field)
{
    private string CaseType => $"{oneof.PropertyName}OneofCase";

    private string IsSet => $"{oneof.CamelName}Case_ == {CaseType}.{Field.OneofCaseName}";

    public override void WriteMembers(CodeWriter writer)
    {
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.WriteLine($$"""
            {
              get => {{IsSet}} ? ({{Value.TypeName}}) {{oneof.CamelName}}_{{NotNull}} : null;
              set { {{oneof.CamelName}}_ = value; {{oneof.CamelName}}Case_ = value == null ? {{CaseType}}.None : {{CaseType}}.{{Field.OneofCaseName}}; }
            }
            """);
        WritePresenceMembers(writer, IsSet, $"if ({IsSet}) Clear{oneof.PropertyName}();");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"object.Equals({Property}, other.{Property})");

    // Reading creates a new message, so that it does not change one that the user assigned before.
    public override void WriteReading(CodeWriter writer) => writer.WriteLine(
        $"if (r.At({Field.Tag})) {{ var m = new {Value.TypeName}(); if ({Property} != null) m.MergeFrom({Property}); " +
        $"{MessageReading("m")} {Property} = m; }}");

    public override void WriteWriting(CodeWriter writer) =>
        writer.WriteLine($"if ({IsSet}) w.Write{WireCalls.Name(Value.Type)}({Field.Tag}, {Property});");

    public override void WriteMerging(CodeWriter writer) =>
        writer.WriteLine($"{Property} = _MergeMessage<{Value.TypeName}>({Property}, other.{Property}, copy);");

    public override void WriteParsing(CodeWriter writer) => writer.Write(
        $"if ({Property} == null) {Property} = new {Value.TypeName}(); input.Read{WireCalls.Name(Value.Type)}({Property});");

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet, Property);

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet, Property);

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"if ({IsSet}) hash ^= {Property}{NotNull}.GetHashCode();");

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine(
        $"if ({Property} == null) {Property} = new {Value.TypeName}(); {Property}.MergeFrom(other.{Property});");

    public override void WriteCopy(CodeWriter writer) => writer.WriteLine($"{Property} = other.{Property}{NotNull}.Clone();");
}
