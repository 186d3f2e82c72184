using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a field whose type is a wrapper of google/protobuf/wrappers.proto, which C# represents as a nullable.</summary>
internal class WrapperFieldEmitter(FieldModel field, bool hasCodec) : FieldEmitter(field)
{
    /// <summary>Gets the name of the static field that contains the codec.</summary>
    protected virtual string Codec => $"_single_{Field.CamelName}_codec";

    /// <summary>Gets the condition for the field being set.</summary>
    protected virtual string IsSet => $"{Storage} != null";

    public override void WriteMembers(CodeWriter writer)
    {
        WriteCodec(writer);
        writer.WriteLine($"private {Field.PropertyTypeName} {Storage};");
        WritePropertyHead(writer, Field.PropertyTypeName);
        writer.WriteLine($"{{ get => {Storage}; set => {Storage} = value; }}");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Value.Wrapped switch
    {
        FieldType.Double => $"pbc::ProtobufEqualityComparers.BitwiseNullableDoubleEqualityComparer.Equals({Storage}, other.{Storage})",
        FieldType.Float => $"pbc::ProtobufEqualityComparers.BitwiseNullableSingleEqualityComparer.Equals({Storage}, other.{Storage})",
        _ => $"{Storage} == other.{Storage}",
    });

    // As in protoc's code, an empty wrapper does not overwrite a value.
    public override void WriteReading(CodeWriter writer) => WriteReadingIf(
        writer, $"var value = {ValueReading}; if ({Storage} == null || value != {Value.Default}) {Storage} = value;");

    public override void WriteWriting(CodeWriter writer)
    {
        var content = Value.IsClassWrapper ? "" : ".Value";
        writer.WriteLine($"if ({Storage} != null) w.WriteWrapped<{Codecs.WrappedTypeArguments(Value)}>({Field.Tag}, {Storage}{content});");
    }

    public override void WriteMerging(CodeWriter writer) => writer.WriteLine(
        $"if (copy || other.{Storage} != null && ({Storage} == null || other.{Storage} != {Value.Default})) {Storage} = other.{Storage};");

    public override void WriteParsing(CodeWriter writer) => writer.Write(
        $"{{ var value = {Codec}.Read(ref input); if ({Storage} == null || value != {Value.Default}) {Storage} = value; }}");

    public override void WriteOutput(CodeWriter writer) =>
        writer.WriteLine($"if ({IsSet}) {Codec}.WriteTagAndValue(ref output, {Storage}{NotNull});");

    public override void WriteSize(CodeWriter writer) =>
        writer.WriteLine($"if ({IsSet}) size += {Codec}.CalculateSizeWithTag({Storage}{NotNull});");

    public override void WriteHash(CodeWriter writer) => writer.WriteLine(Value.Wrapped switch
    {
        FieldType.Double =>
            $"hash ^= pbc::ProtobufEqualityComparers.BitwiseNullableDoubleEqualityComparer.GetHashCode({Storage}{NotNull});",
        FieldType.Float => $"hash ^= pbc::ProtobufEqualityComparers.BitwiseNullableSingleEqualityComparer.GetHashCode({Storage}{NotNull});",
        FieldType.String or FieldType.Bytes => $"if ({Storage} != null) hash ^= {Storage}.GetHashCode();",
        _ => $"hash ^= {Storage}.GetHashCode();",
    });

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine(
        $"if (other.{Storage} != null && ({Storage} == null || other.{Storage} != {Value.Default})) {Storage} = other.{Storage};");

    /// <summary>Gets the expression that reads the value from <c>r</c>.</summary>
    protected string ValueReading => $"r.ReadValue<{Codecs.TypeArguments(Value)}>()";

    /// <summary>Writes the declaration of the codec, if there is one.</summary>
    protected void WriteCodec(CodeWriter writer)
    {
        if (hasCodec)
        {
            writer.WriteLine(
                $"private static readonly pb::FieldCodec<{Value.TypeName}> {Codec} = {WireCalls.Codec(Value, Field.Tag, withDefault: false)};");
        }
    }
}
