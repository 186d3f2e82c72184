using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A number, bool, enum, string or bytes in a oneof.</summary>
internal sealed class OneofScalarFieldEmitter(FieldModel field, OneofModel oneof) : FieldEmitter(field)
{
    private string IsSet => $"{oneof.CamelName}Case_ == {Field.Number}";

    public override void WriteMembers(CodeWriter writer)
    {
        WritePropertyHead(writer, Value.TypeName);
        var value = Value.IsStringOrBytes ? "pb::ProtoPreconditions.CheckNotNull(value, \"value\")" : "value";
        writer.Line($"{{ get => {IsSet} ? ({Value.TypeName}) {oneof.CamelName}_{NotNull} : {Value.Default}; set {{ {oneof.CamelName}_ = {value}; {oneof.CamelName}Case_ = {Field.Number}; }} }}");
        WritePresenceMembers(writer, IsSet, $"if ({IsSet}) Clear{oneof.PropertyName}();");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Equality(Value.Type, Property));

    public override void WriteHash(CodeWriter writer) => writer.Line($"if ({IsSet}) hash ^= {Hash(Value.Type, Property)};");

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet, Property);

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet, Property);

    public override void WriteParse(CodeWriter writer)
    {
        writer.Write($"{Property} = ");
        WriteRead(writer);
        writer.Line(";");
    }

    public override void WriteMerge(CodeWriter writer) => writer.Line($"{Property} = other.{Property};");
}
