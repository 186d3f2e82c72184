using System.Globalization;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes a number, bool or enum outside oneofs.</summary>
/// <remarks>A field with a presence bit stores its default value while it is not set, so that the getter only reads the storage.</remarks>
internal sealed class ScalarFieldEmitter(FieldModel field) : FieldEmitter(field)
{
    private bool HasBit => Field.Presence == PresenceKind.HasBit;

    private string BitsField => "_hasBits" + (Field.HasBitIndex / 32).ToString(CultureInfo.InvariantCulture);

    private string Bit => (1 << (Field.HasBitIndex % 32)).ToString(CultureInfo.InvariantCulture);

    public override void WriteMembers(CodeWriter writer)
    {
        if (!HasBit)
        {
            WriteImplicitMembers(writer);
            return;
        }

        if (Field.HasDefaultField) WriteDefaultField(writer);
        writer.Write($"private {Value.TypeName} {Storage}");
        if (!Value.DefaultIsZero) writer.Write($" = {Value.Default}");
        writer.WriteLine(";");
        WritePropertyHead(writer, Value.TypeName);
        writer.WriteLine($"{{ get => {Storage}; set {{ {Storage} = value; {BitsField} |= {Bit}; }} }}");
        WritePresenceMembers(
            writer,
            $"({BitsField} & {Bit}) != 0",
            $"{Storage} = {Value.Default}; {BitsField} &= ~{Bit};");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Equality(Value.Type, Storage));

    public override void WriteReading(CodeWriter writer)
    {
        var read = $"r.Read{WireCalls.Name(Value.Type)}({Field.Tag}, ref {Storage})";
        // A method with a reference to an enum would be generic and compiled to machine code for each enum.
        if (Value.Type == FieldType.Enum) WriteReadingIf(writer, ScalarReading(HasBit ? Property : Storage, "r"));
        else writer.WriteLine(HasBit ? $"if ({read}) {BitsField} |= {Bit};" : read + ";");
    }

    public override void WriteWriting(CodeWriter writer)
    {
        // Equals treats an unset field like one that is set to its default value, so the hash must do the same.
        var test = !HasBit ? null : Value.DefaultIsZero ? $"Has{Property}" : $"Has{Property} || w.IsHash";
        WriteScalarWriting(writer, test, Storage);
    }

    public override void WriteMerging(CodeWriter writer) =>
        writer.WriteLine($"if (copy || {IsSet("other.")}) {(HasBit ? Property : Storage)} = other.{Storage};");

    public override void WriteParsing(CodeWriter writer) => writer.Write(ScalarReading(Property, "input"));

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet(""), Storage);

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet(""), Storage);

    public override void WriteHash(CodeWriter writer) => writer.WriteLine($"hash ^= {Hash(Value.Type, Storage)};");

    public override void WriteMergeFrom(CodeWriter writer) => writer.WriteLine($"if ({IsSet("other.")}) {Property} = other.{Storage};");

    private void WriteImplicitMembers(CodeWriter writer)
    {
        writer.WriteLine($"private {Value.TypeName} {Storage};");
        WritePropertyHead(writer, Value.TypeName);
        writer.WriteLine($"{{ get => {Storage}; set => {Storage} = value; }}");
    }

    private string IsSet(string owner)
    {
        if (HasBit) return $"{owner}Has{Property}";
        return Value.Type == FieldType.Bool ? owner + Storage : $"{owner}{Storage} != 0";
    }
}
