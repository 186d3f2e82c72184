using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes Equals, GetHashCode and ToString.</summary>
internal sealed class EqualityEmitter(MessageModel message, FieldEmitter[] fields)
{
    /// <summary>How many comparisons stand in one expression: enough to save statements, few enough not to nest the compiler deeply.</summary>
    private const int ComparisonsPerStatement = 32;

    private readonly string _mayBeNull = message.HasNullableAnnotations ? "?" : "";

    public void Write(CodeWriter writer)
    {
        writer.Line($"public override bool Equals(object{_mayBeNull} other) => Equals(other as {message.Name});");
        WriteEquals(writer);
        WriteGetHashCode(writer);
        writer.Line("public override string ToString() => pb::JsonFormatter.ToDiagnosticString(this);");
        writer.Line();
    }

    private void WriteEquals(CodeWriter writer)
    {
        writer.Open($"public bool Equals({message.Name}{_mayBeNull} other)");
        writer.Line($"if ((object{_mayBeNull}) other == null) return false;");
        writer.Line("if ((object) other == this) return true;");
        for (var start = 0; start < fields.Length; start += ComparisonsPerStatement)
            WriteComparisons(writer, start, Math.Min(start + ComparisonsPerStatement, fields.Length));
        foreach (var oneof in message.Oneofs)
            writer.Line($"if ({oneof.CamelName}Case_ != other.{oneof.CamelName}Case_) return false;");
        if (message.IsExtendable) writer.Line("if (!object.Equals(_extensions, other._extensions)) return false;");
        writer.Line("return object.Equals(_unknownFields, other._unknownFields);");
        writer.Close();
    }

    private void WriteComparisons(CodeWriter writer, int start, int end)
    {
        writer.Write("if (!(");
        writer.Indent();
        for (var i = start; i < end; i++)
        {
            fields[i].WriteEquality(writer);
            if (i + 1 < end) writer.Line(" &&");
        }

        writer.Line(")) return false;");
        writer.Outdent();
    }

    private void WriteGetHashCode(CodeWriter writer)
    {
        writer.Open("public override int GetHashCode()");
        writer.Line("int hash = 1;");
        foreach (var field in fields) field.WriteHash(writer);
        foreach (var oneof in message.Oneofs) writer.Line($"hash ^= {oneof.CamelName}Case_;");
        if (message.IsExtendable) writer.Line("if (_extensions != null) hash ^= _extensions.GetHashCode();");
        writer.Line("if (_unknownFields != null) hash ^= _unknownFields.GetHashCode();");
        writer.Line("return hash;");
        writer.Close();
    }
}
