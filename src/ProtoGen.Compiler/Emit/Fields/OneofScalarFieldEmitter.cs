using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a number, bool, enum, string or bytes in a oneof.</summary>
internal sealed class OneofScalarFieldEmitter(FieldModel field, OneofModel oneof, bool hasBaseClass) : FieldEmitter(field)
{
    private string IsSet => $"{oneof.CamelName}Case_ == {oneof.PropertyName}OneofCase.{Field.OneofCaseName}";

    public override void WriteMembers(CodeWriter writer)
    {
        WritePropertyHead(writer, Value.TypeName);
        var value = Value.IsStringOrBytes ? CheckedValue(hasBaseClass) : "value";
        writer.WriteLine($$"""
            {
              get => {{IsSet}} ? ({{Value.TypeName}}) {{oneof.CamelName}}_{{NotNull}} : {{Value.Default}};
              set { {{oneof.CamelName}}_ = {{value}}; {{oneof.CamelName}}Case_ = {{oneof.PropertyName}}OneofCase.{{Field.OneofCaseName}}; }
            }
            """);
        WritePresenceMembers(writer, IsSet, $"if ({IsSet}) Clear{oneof.PropertyName}();");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Equality(Value.Type, Property));

    public override void WriteReading(CodeWriter writer) => WriteReadingIf(writer, ScalarReading(Property, "r"));

    public override void WriteWriting(CodeWriter writer) => WriteScalarWriting(writer, IsSet, Property);

    public override void WriteMerging(CodeWriter writer) => WriteMergeFrom(writer);

    public override void WriteParsing(CodeWriter writer) => writer.Write(ScalarReading(Property, "input"));

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet, Property);

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet, Property);

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"if ({IsSet}) hash ^= {Hash(Value.Type, Property)};");

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine($"{Property} = other.{Property};");
}
