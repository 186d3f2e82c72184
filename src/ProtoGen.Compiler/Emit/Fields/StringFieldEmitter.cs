using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>A string or bytes field outside oneofs; with presence, null storage means not set.</summary>
internal sealed class StringFieldEmitter(FieldModel field) : FieldEmitter(field)
{
    private bool HasPresence => Field.Presence == PresenceKind.Null;

    /// <summary>A default that is not a constant of C# is made once.</summary>
    private bool HasStaticDefault => HasPresence && Value.Type == FieldType.Bytes && Value.Default != DefaultValues.Zero(FieldType.Bytes);

    public override void WriteMembers(CodeWriter writer)
    {
        if (HasStaticDefault) writer.Line($"private static readonly {Value.TypeName} {Property}DefaultValue = {Value.Default};");
        writer.Write(HasPresence
            ? $"private {Value.TypeName}{MayBeNull} {Field.StorageName}"
            : $"private {Value.TypeName} {Field.StorageName} = {Value.Default}");
        writer.Line(";");
        WritePropertyHead(writer, Value.TypeName);
        writer.Write($"{{ get => {Field.StorageName}");
        if (HasPresence) writer.Write(HasStaticDefault ? $" ?? {Property}DefaultValue" : $" ?? {Value.Default}");
        writer.Line($"; set => {Field.StorageName} = pb::ProtoPreconditions.CheckNotNull(value, \"value\"); }}");
        WritePresenceMembers(writer, $"{Field.StorageName} != null", $"{Field.StorageName} = null;");
    }

    public override void WriteEquality(CodeWriter writer) => writer.Write($"{Property} == other.{Property}");

    public override void WriteHash(CodeWriter writer) => writer.Line($"hash ^= {Property}.GetHashCode();");

    public override void WriteSize(CodeWriter writer) => WriteSizeIf(writer, IsSet(""), Field.StorageName);

    public override void WriteOutput(CodeWriter writer) => WriteOutputIf(writer, IsSet(""), Field.StorageName);

    public override void WriteParse(CodeWriter writer)
    {
        writer.Write($"{Field.StorageName} = ");
        WriteRead(writer);
        writer.Line(";");
    }

    public override void WriteMerge(CodeWriter writer) => writer.Line($"if ({IsSet("other.")}) {Field.StorageName} = other.{Field.StorageName};");

    private string IsSet(string owner) => $"{owner}{Field.StorageName}" + (HasPresence ? " != null" : ".Length != 0");
}
