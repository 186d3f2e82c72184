using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes everything that one field adds to its class. There is one subclass for each shape of field.</summary>
internal abstract class FieldEmitter(FieldModel field)
{
    /// <summary>Gets the field.</summary>
    public FieldModel Field { get; } = field;

    /// <summary>Gets the field's value; for lists that of an element, for maps that of an entry.</summary>
    protected ValueModel Value => Field.Value;

    /// <summary>Gets the name of the property.</summary>
    protected string Property => Field.PropertyName;

    /// <summary>Gets the member that stores the value: a private field, or the property for a field of a oneof.</summary>
    protected string Storage => Field.StorageName;

    /// <summary>Gets the suffix of a reference type that allows null: <c>?</c> if annotations are on.</summary>
    protected string MayBeNull => Field.HasNullableAnnotations ? "?" : "";

    /// <summary>Gets the suffix of an expression that is not null although its type allows it: <c>!</c> if annotations are on.</summary>
    protected string NotNull => Field.HasNullableAnnotations ? "!" : "";

    /// <summary>Creates the emitter for the shape of a field.</summary>
    public static FieldEmitter For(FieldModel field, MessageModel message)
    {
        var hasBaseClass = message.HasBaseClass;
        var hasCodec = !hasBaseClass;
        if (field.Cardinality == FieldCardinality.Map) return new MapFieldEmitter(field, hasCodec);
        if (field.Cardinality == FieldCardinality.Repeated) return new RepeatedFieldEmitter(field, hasCodec);
        if (field.OneofIndex >= 0)
        {
            var oneof = message.Oneofs[field.OneofIndex];
            if (field.Value.IsWrapper) return new OneofWrapperFieldEmitter(field, oneof, hasCodec);
            return field.Value.IsMessage
                ? new OneofMessageFieldEmitter(field, oneof)
                : new OneofScalarFieldEmitter(field, oneof, hasBaseClass);
        }

        if (field.Value.IsWrapper) return new WrapperFieldEmitter(field, hasCodec);
        if (field.Value.IsMessage) return new MessageFieldEmitter(field);
        return field.Value.IsStringOrBytes ? new StringFieldEmitter(field, hasBaseClass) : new ScalarFieldEmitter(field);
    }

    /// <summary>Returns the expression with which the setter of a string or bytes property rejects null.</summary>
    // Google.Protobuf's method is generic. The C# compiler would infer its type argument in each setter.
    protected static string CheckedValue(bool hasBaseClass) =>
        hasBaseClass ? "_NotNull(value)" : "pb::ProtoPreconditions.CheckNotNull(value, \"value\")";

    /// <summary>Writes the property and its related members.</summary>
    public abstract void WriteMembers(CodeWriter writer);

    /// <summary>Writes the expression that compares the field with that of <c>other</c>.</summary>
    public abstract void WriteEquality(CodeWriter writer);

    /// <summary>With the base class: writes the statement that reads the field from <c>r</c> if it is the next one.</summary>
    public abstract void WriteReading(CodeWriter writer);

    /// <summary>With the base class: writes the statement that writes the field to <c>w</c>.</summary>
    public abstract void WriteWriting(CodeWriter writer);

    /// <summary>
    /// With the base class: writes the statement that merges the field of <c>other</c>, or copies it if <c>copy</c> is set.
    /// </summary>
    /// <remarks><see cref="OneofEmitter"/> writes the statements that select the field of a oneof.</remarks>
    public abstract void WriteMerging(CodeWriter writer);

    /// <summary>Without the base class: writes the statements after <c>case</c> that read the field from <c>input</c>.</summary>
    public abstract void WriteParsing(CodeWriter writer);

    /// <summary>Without the base class: writes the statement that writes the field to <c>output</c>.</summary>
    public abstract void WriteOutput(CodeWriter writer);

    /// <summary>Without the base class: writes the statement that adds the field's bytes to <c>size</c>.</summary>
    public abstract void WriteSize(CodeWriter writer);

    /// <summary>Without the base class: writes the statement that mixes the field into <c>hash</c>.</summary>
    public abstract void WriteHash(CodeWriter writer);

    /// <summary>Without the base class: writes the statement that merges the field of <c>other</c>.</summary>
    public abstract void WriteMergeFrom(CodeWriter writer);

    /// <summary>Without the base class: writes the statement that copies the field of <c>other</c> into a new message.</summary>
    public virtual void WriteCopy(CodeWriter writer) => writer.WriteLine($"{Storage} = other.{Storage};");

    /// <summary>Writes the doc comment, the attributes and the start of a property up to its name.</summary>
    protected void WritePropertyHead(CodeWriter writer, string type)
    {
        DocComment.Write(writer, Field.Comment);
        TypeAttributes.WriteObsolete(writer, Field.IsObsolete);
        writer.Write(Field.HidesInherited ? "public new " : "public ");
        writer.Write($"{type} {Property} ");
    }

    /// <summary>Writes the static field that holds the default.</summary>
    protected void WriteDefaultField(CodeWriter writer) =>
        writer.WriteLine($"private static readonly {Value.TypeName} {Property}DefaultValue = {Value.Default};");

    /// <summary>Writes the members HasX and ClearX if the field has them.</summary>
    protected void WritePresenceMembers(CodeWriter writer, string has, string clear)
    {
        if (!Field.HasPresenceMembers) return;
        TypeAttributes.WriteObsolete(writer, Field.IsObsolete);
        writer.WriteLine($"public bool Has{Property} => {has};");
        TypeAttributes.WriteObsolete(writer, Field.IsObsolete);
        writer.WriteLine($"public void Clear{Property}() {{ {clear} }}");
    }

    /// <summary>Writes the statement that writes a scalar to <c>w</c>, with a test before it if there is one.</summary>
    protected void WriteScalarWriting(CodeWriter writer, string? test, string value)
    {
        if (test is not null) writer.Write($"if ({test}) ");
        writer.Write(test is null ? "w.WriteImplicit" : "w.Write");
        var cast = Value.Type == FieldType.Enum ? "(int) " : "";
        writer.WriteLine($"{WireCalls.Name(Value.Type)}({Field.Tag}, {cast}{value});");
    }

    /// <summary>Returns the statement that reads a scalar from <c>r</c> or <c>input</c>.</summary>
    protected string ScalarReading(string target, string source)
    {
        var cast = Value.Type == FieldType.Enum ? $"({Value.TypeName}) " : "";
        return $"{target} = {cast}{source}.Read{WireCalls.Name(Value.Type)}();";
    }

    /// <summary>Writes the statement that runs other statements if the field is the next one, and then goes on.</summary>
    protected void WriteReadingIf(CodeWriter writer, string statements) =>
        writer.WriteLine($"if (r.At({Field.Tag})) {{ {statements} r.Advance(); }}");

    /// <summary>Returns the statement that reads a message or group from <c>r</c> into a variable and goes on.</summary>
    protected string MessageReading(string message) =>
        Value.Type == FieldType.Group ? $"r.ReadGroup({Value.Tag}, {message});" : $"r.ReadMessage({message});";

    /// <summary>Writes the statement that adds the size of tag and value to <c>size</c> if the test is true.</summary>
    protected void WriteSizeIf(CodeWriter writer, string test, string value)
    {
        writer.Write($"if ({test}) size += ");
        var tagSize = WireCalls.TagSize(Field.Tag) * (Value.Type == FieldType.Group ? 2 : 1);
        if (WireCalls.FixedSize(Value.Type) is > 0 and var size) writer.WriteLine($"{tagSize + size};");
        else if (Value.Type == FieldType.Enum) writer.WriteLine($"{tagSize} + pb::CodedOutputStream.ComputeEnumSize((int) {value});");
        else writer.WriteLine($"{tagSize} + pb::CodedOutputStream.Compute{WireCalls.Name(Value.Type)}Size({value});");
    }

    /// <summary>Writes the statement that writes tag and value to <c>output</c> if the test is true.</summary>
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

        writer.WriteLine("}");
    }

    /// <summary>Returns the expression for the hash of a scalar that is not null.</summary>
    protected static string Hash(FieldType type, string value) => type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => value,
        FieldType.UInt32 or FieldType.Fixed32 or FieldType.Enum => $"(int) {value}",
        FieldType.Double => $"pbc::ProtobufEqualityComparers.BitwiseDoubleEqualityComparer.GetHashCode({value})",
        FieldType.Float => $"pbc::ProtobufEqualityComparers.BitwiseSingleEqualityComparer.GetHashCode({value})",
        _ => $"{value}.GetHashCode()",
    };

    /// <summary>
    /// Returns the expression that compares a scalar with that of <c>other</c>. Floating-point numbers are compared by their bits.
    /// </summary>
    protected static string Equality(FieldType type, string value) => type switch
    {
        FieldType.Double => $"pbc::ProtobufEqualityComparers.BitwiseDoubleEqualityComparer.Equals({value}, other.{value})",
        FieldType.Float => $"pbc::ProtobufEqualityComparers.BitwiseSingleEqualityComparer.Equals({value}, other.{value})",
        _ => $"{value} == other.{value}",
    };
}
