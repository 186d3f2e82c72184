using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a string or bytes field outside oneofs. With presence, null in its storage means that it is not set.</summary>
internal sealed class StringFieldEmitter(FieldModel field, bool hasBaseClass) : FieldEmitter(field)
{
    private bool HasPresence => Field.Presence == PresenceKind.Null;

    private bool DefaultIsEmpty => Value.Default == DefaultValues.Zero(Value.Type);

    /// <summary>
    /// Gets whether a static field contains the default value, because it is not a C# constant or the user's code reads it.
    /// </summary>
    private bool HasStaticDefault => HasPresence && (Field.HasDefaultField || (Value.Type == FieldType.Bytes && !DefaultIsEmpty));

    public override void WriteMembers(CodeWriter writer)
    {
        if (HasStaticDefault) WriteDefaultField(writer);
        writer.WriteLine(HasPresence
            ? $"private {Value.TypeName}{MayBeNull} {Storage};"
            : $"private {Value.TypeName} {Storage} = {Value.Default};");
        WritePropertyHead(writer, Value.TypeName);
        writer.Write($"{{ get => {Storage}");
        if (HasPresence) writer.Write(HasStaticDefault ? $" ?? {Property}DefaultValue" : $" ?? {Value.Default}");
        writer.WriteLine($"; set => {Storage} = {CheckedValue(hasBaseClass)}; }}");
        WritePresenceMembers(writer, $"{Storage} != null", $"{Storage} = null;");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Equality(Value.Type, HasPresence ? Property : Storage));

    public override void WriteReading(CodeWriter writer) =>
        writer.WriteLine($"r.Read{WireCalls.Name(Value.Type)}({Field.Tag}, ref {Storage});");

    public override void WriteWriting(CodeWriter writer)
    {
        if (!HasPresence) WriteScalarWriting(writer, null, Storage);
        // Equals treats an unset field like one that is set to its default value, so the hash must do the same.
        else if (DefaultIsEmpty) WriteScalarWriting(writer, IsSet(""), Storage);
        else WriteScalarWriting(writer, $"{IsSet("")} || w.IsHash", Property);
    }

    public override void WriteMerging(CodeWriter writer) =>
        writer.WriteLine($"if (copy || {IsSet("other.")}) {Storage} = other.{Storage};");

    // A value that was read is never null, so the setter's check is not needed.
    public override void WriteParsing(CodeWriter writer) => writer.Write(ScalarReading(Storage, "input"));

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet(""), Storage);

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet(""), Storage);

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"hash ^= {Property}.GetHashCode();");

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine($"if ({IsSet("other.")}) {Storage} = other.{Storage};");

    private string IsSet(string owner) => $"{owner}{Storage}" + (HasPresence ? " != null" : ".Length != 0");
}
