using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a wrapper in a oneof.</summary>
internal sealed class OneofWrapperFieldEmitter(FieldModel field, OneofModel oneof, bool hasCodec) : WrapperFieldEmitter(field, hasCodec)
{
    protected override string Codec => $"_oneof_{Field.CamelName}_codec";

    protected override string IsSet => $"{oneof.CamelName}Case_ == {CaseType}.{Field.OneofCaseName}";

    private string CaseType => $"{oneof.PropertyName}OneofCase";

    public override void WriteMembers(CodeWriter writer)
    {
        WriteCodec(writer);
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.WriteLine($$"""
            {
              get => {{IsSet}} ? ({{Field.PropertyTypeName}}) {{oneof.CamelName}}_ : ({{Field.PropertyTypeName}}) null;
              set { {{oneof.CamelName}}_ = value; {{oneof.CamelName}}Case_ = value == null ? {{CaseType}}.None : {{CaseType}}.{{Field.OneofCaseName}}; }
            }
            """);
    }

    public override void WriteReading(CodeWriter writer) => WriteReadingIf(writer, $"{Property} = {ValueReading};");

    public override void WriteMerging(CodeWriter writer) => WriteMergeFrom(writer);

    public override void WriteParsing(CodeWriter writer) => writer.Write($"{Property} = {Codec}.Read(ref input);");

    public override void WriteHash(CodeWriter writer)
    {
        if (Value.IsClassWrapper)
            writer.WriteLine($"if ({IsSet}) hash ^= {Property}{NotNull}.GetHashCode();");
        else base.WriteHash(writer);
    }

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine($"{Property} = other.{Property};");
}
