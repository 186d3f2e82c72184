using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes what one field adds to its class. One subclass for each shape of field.</summary>
internal abstract class FieldEmitter(FieldModel field)
{
    /// <summary>The field.</summary>
    protected FieldModel Field { get; } = field;

    /// <summary>Its value (element, map value).</summary>
    protected ValueModel Value => Field.Value;

    /// <summary>Its property.</summary>
    protected string Property => Field.PropertyName;

    /// <summary>Behind a type that may be null.</summary>
    protected string MayBeNull => Field.HasNullableAnnotations ? "?" : "";

    /// <summary>Behind an expression that isn't null, though its type says that it may be.</summary>
    protected string NotNull => Field.HasNullableAnnotations ? "!" : "";

    /// <summary>The emitter for a field's shape. With ProtoGen.Runtime no codecs are emitted: the runtime has them.</summary>
    public static FieldEmitter For(FieldModel field, MessageModel message, bool hasRuntime)
    {
        if (field.Cardinality == FieldCardinality.Map) return new MapFieldEmitter(field, hasRuntime);
        if (field.Cardinality == FieldCardinality.Repeated) return new RepeatedFieldEmitter(field, hasRuntime);
        if (field.OneofIndex >= 0)
        {
            var oneof = message.Oneofs[field.OneofIndex];
            if (field.Value.IsWrapper) return new OneofWrapperFieldEmitter(field, oneof, hasRuntime);
            return field.Value.IsMessage ? new OneofMessageFieldEmitter(field, oneof) : new OneofScalarFieldEmitter(field, oneof);
        }

        if (field.Value.IsWrapper) return new WrapperFieldEmitter(field, hasRuntime);
        if (field.Value.IsMessage) return new MessageFieldEmitter(field);
        return field.Value.IsStringOrBytes ? new StringFieldEmitter(field) : new ScalarFieldEmitter(field);
    }

    /// <summary>The property and what belongs to it.</summary>
    public abstract void WriteMembers(CodeWriter writer);

    /// <summary>The expression that tells whether the field equals <c>other</c>'s.</summary>
    public abstract void WriteEquality(CodeWriter writer);

    /// <summary>The statement that mixes it into <c>hash</c>.</summary>
    public abstract void WriteHash(CodeWriter writer);

    /// <summary>The statement that adds its bytes to <c>size</c>.</summary>
    public abstract void WriteSize(CodeWriter writer);

    /// <summary>The statement that writes it to <c>output</c>.</summary>
    public abstract void WriteOutput(CodeWriter writer);

    /// <summary>The statements behind its <c>case</c> that read it from <c>input</c>.</summary>
    public abstract void WriteParse(CodeWriter writer);

    /// <summary>The statement that merges <c>other</c>'s value into it.</summary>
    public abstract void WriteMerge(CodeWriter writer);

    /// <summary>The statement that makes it a copy of <c>other</c>'s.</summary>
    public virtual void WriteClone(CodeWriter writer) => writer.Line($"{Field.StorageName} = other.{Field.StorageName};");

    /// <summary>Docs, attributes and the start of a property, up to its name.</summary>
    protected void WritePropertyHead(CodeWriter writer, string type)
    {
        DocComment.Write(writer, Field.Comment);
        WriteObsolete(writer);
        writer.Write(Field.HidesInherited ? "public new " : "public ");
        writer.Write($"{type} {Property} ");
    }

    /// <summary><c>[Obsolete]</c> where the field is deprecated.</summary>
    protected void WriteObsolete(CodeWriter writer)
    {
        if (Field.IsObsolete) writer.Line("[global::System.ObsoleteAttribute]");
    }

    /// <summary>HasX and ClearX, if the field has them.</summary>
    protected void WritePresenceMembers(CodeWriter writer, string has, string clear)
    {
        if (!Field.HasPresenceMembers) return;
        writer.Line($"/// <summary>Gets whether the \"{Field.ProtoName}\" field is set</summary>");
        WriteObsolete(writer);
        writer.Line($"public bool Has{Property} => {has};");
        writer.Line($"/// <summary>Clears the value of the \"{Field.ProtoName}\" field</summary>");
        WriteObsolete(writer);
        writer.Line($"public void Clear{Property}() {{ {clear} }}");
    }

    /// <summary><c>if (test) size += …;</c></summary>
    protected void WriteSizeIf(CodeWriter writer, string test, string value)
    {
        writer.Write($"if ({test}) size += ");
        var tagSize = WireCalls.TagSize(Field.Tag) * (Value.Type == FieldType.Group ? 2 : 1);
        if (WireCalls.FixedSize(Value.Type) is > 0 and var size) writer.Line($"{tagSize + size};");
        else if (Value.Type == FieldType.Enum) writer.Line($"{tagSize} + pb::CodedOutputStream.ComputeEnumSize((int) {value});");
        else writer.Line($"{tagSize} + pb::CodedOutputStream.Compute{WireCalls.Name(Value.Type)}Size({value});");
    }

    /// <summary><c>if (test) { tag, value }</c></summary>
    protected void WriteOutputIf(CodeWriter writer, string test, string value)
    {
        writer.Write($"if ({test}) {{ output.WriteRawTag(");
        WireCalls.WriteTagBytes(writer, Field.Tag);
        writer.Write($"); output.Write{WireCalls.Name(Value.Type)}(");
        if (Value.Type == FieldType.Enum) writer.Write("(int) ");
        writer.Write($"{value}); ");
        if (Value.Type == FieldType.Group)
        {
            writer.Write("output.WriteRawTag(");
            WireCalls.WriteTagBytes(writer, Value.EndTag);
            writer.Write("); ");
        }

        writer.Line("}");
    }

    /// <summary>The call that reads a scalar from <c>input</c>.</summary>
    protected void WriteRead(CodeWriter writer)
    {
        if (Value.Type == FieldType.Enum) writer.Write($"({Value.TypeName}) ");
        writer.Write($"input.Read{WireCalls.Name(Value.Type)}()");
    }

    /// <summary>The hash of a number, bool, enum, string or bytes that is not null.</summary>
    protected static string Hash(FieldType type, string value) => type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => value,
        FieldType.UInt32 or FieldType.Fixed32 or FieldType.Enum => $"(int) {value}",
        FieldType.Double => $"pbc::ProtobufEqualityComparers.BitwiseDoubleEqualityComparer.GetHashCode({value})",
        FieldType.Float => $"pbc::ProtobufEqualityComparers.BitwiseSingleEqualityComparer.GetHashCode({value})",
        _ => $"{value}.GetHashCode()",
    };

    /// <summary>Whether two scalars are equal; floats by their bits.</summary>
    protected static string Equality(FieldType type, string value) => type switch
    {
        FieldType.Double => $"pbc::ProtobufEqualityComparers.BitwiseDoubleEqualityComparer.Equals({value}, other.{value})",
        FieldType.Float => $"pbc::ProtobufEqualityComparers.BitwiseSingleEqualityComparer.Equals({value}, other.{value})",
        _ => $"{value} == other.{value}",
    };
}
