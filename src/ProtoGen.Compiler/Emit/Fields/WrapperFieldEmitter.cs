using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A field of one of google/protobuf/wrappers.proto's types, shown as a nullable.</summary>
internal class WrapperFieldEmitter(FieldModel field, bool hasRuntime) : FieldEmitter(field)
{
    /// <summary>The static field that holds the codec.</summary>
    protected virtual string Codec => $"_single_{Field.CamelName}_codec";

    public override void WriteMembers(CodeWriter writer)
    {
        WriteCodec(writer);
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.Line("{ get; set; }");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Value.Wrapped switch
    {
        FieldType.Double => $"pbc::ProtobufEqualityComparers.BitwiseNullableDoubleEqualityComparer.Equals({Property}, other.{Property})",
        FieldType.Float => $"pbc::ProtobufEqualityComparers.BitwiseNullableSingleEqualityComparer.Equals({Property}, other.{Property})",
        _ => $"{Property} == other.{Property}",
    });

    public override void WriteHash(CodeWriter writer) => writer.Line(Value.Wrapped switch
    {
        FieldType.Double => $"hash ^= pbc::ProtobufEqualityComparers.BitwiseNullableDoubleEqualityComparer.GetHashCode({Property}{NotNull});",
        FieldType.Float => $"hash ^= pbc::ProtobufEqualityComparers.BitwiseNullableSingleEqualityComparer.GetHashCode({Property}{NotNull});",
        FieldType.String or FieldType.Bytes => $"if ({Property} != null) hash ^= {Property}.GetHashCode();",
        _ => $"hash ^= {Property}.GetHashCode();",
    });

    public override void WriteSize(CodeWriter writer) =>
        writer.Line($"if ({IsSet}) size += {Codec}.CalculateSizeWithTag({Property}{NotNull});");

    public override void WriteOutput(CodeWriter writer) =>
        writer.Line($"if ({IsSet}) {Codec}.WriteTagAndValue(ref output, {Property}{NotNull});");

    public override void WriteParse(CodeWriter writer) => writer.Line(
        $"{{ var value = {Codec}.Read(ref input); if ({Property} == null || value != {Value.Default}) {Property} = value; }}");

    public override void WriteMerge(CodeWriter writer) => writer.Line(
        $"if (other.{Property} != null && ({Property} == null || other.{Property} != {Value.Default})) {Property} = other.{Property};");

    /// <summary>The test that it is set.</summary>
    protected virtual string IsSet => $"{Property} != null";

    /// <summary>The declaration of the codec.</summary>
    protected void WriteCodec(CodeWriter writer)
    {
        if (hasRuntime) return;
        writer.Line($"private static readonly pb::FieldCodec<{Value.TypeName}> {Codec} = {WireCalls.Codec(Value, Field.Tag, withDefault: false)};");
    }
}
