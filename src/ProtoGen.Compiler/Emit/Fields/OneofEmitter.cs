using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes the members of a oneof, except for the properties of its fields.</summary>
internal sealed class OneofEmitter(OneofModel oneof, MessageModel message, FieldEmitter[] fields)
{
    private string Value => $"{oneof.CamelName}_";

    private string Case => $"{oneof.CamelName}Case_";

    private bool HoldsMessages => Any(static value => value.IsMessage);

    public void WriteMembers(CodeWriter writer)
    {
        var name = oneof.PropertyName;
        writer.WriteLine($"private object{(message.HasNullableAnnotations ? "?" : "")} {Value};");
        writer.WriteLine($"private {name}OneofCase {Case};");
        writer.OpenBlock($"public enum {name}OneofCase");
        writer.WriteLine("None = 0,");
        foreach (var index in oneof.Fields) writer.WriteLine($"{message.Fields[index].OneofCaseName} = {message.Fields[index].Number},");
        writer.CloseBlock();
        writer.WriteLine($$"""
            public {{name}}OneofCase {{name}}Case => {{Case}};
            public void Clear{{name}}() { {{Case}} = {{name}}OneofCase.None; {{Value}} = null; }

            """);
    }

    /// <summary>Writes the expression that compares case and value with those of <c>other</c>.</summary>
    public void WriteEquality(CodeWriter writer)
    {
        writer.Write($"{Case} == other.{Case}");
        // Boxed floats are not compared by their bits, as the properties are.
        if (!Any(static value => value.Type is FieldType.Double or FieldType.Float || value.Wrapped is FieldType.Double or FieldType.Float))
        {
            writer.Write($" && object.Equals({Value}, other.{Value})");
            return;
        }

        foreach (var index in oneof.Fields)
        {
            writer.Write(" && ");
            fields[index].WriteEquality(writer);
        }
    }

    /// <summary>With the base class: writes the statement that merges or copies the oneof of <c>other</c>.</summary>
    public void WriteMerging(CodeWriter writer)
    {
        var assign = $"if (copy || other.{Case} != 0) {{ {Value} = other.{Value}; {Case} = other.{Case}; }}";
        if (!HoldsMessages)
        {
            writer.WriteLine(assign);
            return;
        }

        foreach (var index in oneof.Fields)
        {
            if (!message.Fields[index].Value.IsMessage) continue;
            writer.Write($"if (other.{Case} == {CaseName(index)}) ");
            fields[index].WriteMerging(writer);
            writer.Write("else ");
        }

        writer.WriteLine(assign);
    }

    /// <summary>Without the base class: writes the statement that merges the oneof of <c>other</c>.</summary>
    public void WriteMergeFrom(CodeWriter writer) => WriteCases(writer, static (field, to) => field.WriteMergeFrom(to));

    /// <summary>Without the base class: writes the statement that copies the oneof of <c>other</c> into a new message.</summary>
    public void WriteCopy(CodeWriter writer)
    {
        if (HoldsMessages) WriteCases(writer, static (field, to) => field.WriteCopy(to));
        else writer.WriteLine($"{Value} = other.{Value}; {Case} = other.{Case};");
    }

    /// <summary>Without the base class: writes the statement that mixes the case into <c>hash</c>.</summary>
    public void WriteHash(CodeWriter writer) => writer.WriteLine($"hash ^= (int) {Case};");

    private void WriteCases(CodeWriter writer, Action<FieldEmitter, CodeWriter> writeField)
    {
        writer.OpenBlock($"switch (other.{Case})");
        foreach (var index in oneof.Fields)
        {
            writer.Write($"case {CaseName(index)}: ");
            writeField(fields[index], writer);
            writer.WriteLine("break;");
        }

        writer.CloseBlock();
    }

    private string CaseName(int index) => $"{oneof.PropertyName}OneofCase.{message.Fields[index].OneofCaseName}";

    private bool Any(Func<ValueModel, bool> test)
    {
        foreach (var index in oneof.Fields)
        {
            if (test(message.Fields[index].Value))
                return true;
        }

        return false;
    }
}
