using System.Globalization;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A number, bool or enum outside oneofs. With a presence bit, the storage always holds the value in force, so that reading is plain.</summary>
internal sealed class ScalarFieldEmitter(FieldModel field) : FieldEmitter(field)
{
    private bool HasBit => Field.Presence == PresenceKind.HasBit;

    private string BitsField => "_hasBits" + (Field.HasBitIndex / 32).ToString(CultureInfo.InvariantCulture);

    private string Bit => (1 << (Field.HasBitIndex % 32)).ToString(CultureInfo.InvariantCulture);

    public override void WriteMembers(CodeWriter writer)
    {
        if (!HasBit)
        {
            WritePropertyHead(writer, Value.TypeName);
            writer.Line("{ get; set; }");
            return;
        }

        writer.Write($"private {Value.TypeName} {Field.StorageName}");
        if (!Value.DefaultIsZero) writer.Write($" = {Value.Default}");
        writer.Line(";");
        WritePropertyHead(writer, Value.TypeName);
        writer.Line($"{{ get => {Field.StorageName}; set {{ {Field.StorageName} = value; {BitsField} |= {Bit}; }} }}");
        WritePresenceMembers(
            writer,
            $"({BitsField} & {Bit}) != 0",
            $"{Field.StorageName} = {Value.Default}; {BitsField} &= ~{Bit};");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write(Equality(Value.Type, Field.StorageName));

    public override void WriteHash(CodeWriter writer) => writer.Line($"hash ^= {Hash(Value.Type, Field.StorageName)};");

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet(""), Field.StorageName);

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet(""), Field.StorageName);

    public override void WriteParse(CodeWriter writer)
    {
        writer.Write($"{Property} = ");
        WriteRead(writer);
        writer.Line(";");
    }

    public override void WriteMerge(CodeWriter writer) => writer.Line($"if ({IsSet("other.")}) {Property} = other.{Property};");

    private string IsSet(string owner)
    {
        if (HasBit) return $"{owner}Has{Property}";
        return Value.Type == FieldType.Bool ? owner + Property : $"{owner}{Property} != 0";
    }
}
