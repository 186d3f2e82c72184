using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A message or group in a oneof.</summary>
internal sealed class OneofMessageFieldEmitter(FieldModel field, OneofModel oneof) : FieldEmitter(field)
{
    private string IsSet => $"{oneof.CamelName}Case_ == {Field.Number}";

    public override void WriteMembers(CodeWriter writer)
    {
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.Line($"{{ get => {IsSet} ? ({Value.TypeName}) {oneof.CamelName}_{NotNull} : null; set {{ {oneof.CamelName}_ = value; {oneof.CamelName}Case_ = value == null ? 0 : {Field.Number}; }} }}");
        WritePresenceMembers(writer, IsSet, $"if ({IsSet}) Clear{oneof.PropertyName}();");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"object.Equals({Property}, other.{Property})");

    public override void WriteHash(CodeWriter writer) => writer.Line($"if ({IsSet}) hash ^= {Property}{NotNull}.GetHashCode();");

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet, Property);

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet, Property);

    public override void WriteParse(CodeWriter writer) =>
        writer.Line($"if ({Property} == null) {Property} = new {Value.TypeName}(); input.Read{WireCalls.Name(Value.Type)}({Property});");

    public override void WriteMerge(CodeWriter writer) =>
        writer.Line($"if ({Property} == null) {Property} = new {Value.TypeName}(); {Property}.MergeFrom(other.{Property});");

    public override void WriteClone(CodeWriter writer) => writer.Line($"{Property} = other.{Property}{NotNull}.Clone();");
}
