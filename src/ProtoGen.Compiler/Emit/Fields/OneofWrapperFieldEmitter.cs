using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A wrapper in a oneof.</summary>
internal sealed class OneofWrapperFieldEmitter(FieldModel field, OneofModel oneof, bool hasRuntime) : WrapperFieldEmitter(field, hasRuntime)
{
    protected override string Codec => $"_oneof_{Field.CamelName}_codec";

    protected override string IsSet => $"{oneof.CamelName}Case_ == {Field.Number}";

    public override void WriteMembers(CodeWriter writer)
    {
        WriteCodec(writer);
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.Line($"{{ get => {IsSet} ? ({Field.PropertyTypeName}) {oneof.CamelName}_ : ({Field.PropertyTypeName}) null; set {{ {oneof.CamelName}_ = value; {oneof.CamelName}Case_ = value == null ? 0 : {Field.Number}; }} }}");
    }

    public override void WriteHash(CodeWriter writer)
    {
        if (Value.Wrapped is FieldType.String or FieldType.Bytes) writer.Line($"if ({IsSet}) hash ^= {Property}{NotNull}.GetHashCode();");
        else base.WriteHash(writer);
    }

    public override void WriteParse(CodeWriter writer) => writer.Line($"{Property} = {Codec}.Read(ref input);");

    public override void WriteMerge(CodeWriter writer) => writer.Line($"{Property} = other.{Property};");
}
