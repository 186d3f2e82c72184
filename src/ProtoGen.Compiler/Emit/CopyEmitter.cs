using System.Globalization;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>
/// Writes constructors, Clone and MergeFrom. Each field is written in both the copying and the merging body: a method that both
/// would call costs the C# compiler more than the statements do, as messages have few fields (issue C).
/// </summary>
internal sealed class CopyEmitter(MessageModel message, FieldEmitter[] fields, string unknownFields)
{
    public void WriteConstructors(CodeWriter writer)
    {
        writer.Line($"public {message.Name}() {{ OnConstruction(); }}");
        writer.Line("partial void OnConstruction();");
        writer.Open($"public {message.Name}({message.Name} other) : this()");
        for (var i = 0; i < message.HasBitsCount; i++)
        {
            var bits = "_hasBits" + i.ToString(CultureInfo.InvariantCulture);
            writer.Line($"{bits} = other.{bits};");
        }

        WriteFields(writer, static (field, to) => field.WriteClone(to));
        foreach (var oneof in message.Oneofs) WriteOneofClone(writer, oneof);
        if (message.IsExtendable) writer.Line("_extensions = pb::ExtensionSet.Clone(other._extensions);");
        writer.Line($"_unknownFields = {unknownFields}.Clone(other._unknownFields);");
        writer.Close();
        writer.Line($"public {message.Name} Clone() => new {message.Name}(this);");
        writer.Line();
    }

    public void WriteMerging(CodeWriter writer)
    {
        writer.Open($"public void MergeFrom({message.Name}{(message.HasNullableAnnotations ? "?" : "")} other)");
        writer.Line("if (other == null) return;");
        WriteFields(writer, static (field, to) => field.WriteMerge(to));
        foreach (var oneof in message.Oneofs) WriteOneofCases(writer, oneof, static (field, to) => field.WriteMerge(to));
        if (message.IsExtendable) writer.Line("pb::ExtensionSet.MergeFrom(ref _extensions, other._extensions);");
        writer.Line($"_unknownFields = {unknownFields}.MergeFrom(_unknownFields, other._unknownFields);");
        writer.Close();
        writer.Line();
    }

    private void WriteFields(CodeWriter writer, Action<FieldEmitter, CodeWriter> writeField)
    {
        for (var i = 0; i < fields.Length; i++)
            if (message.Fields[i].OneofIndex < 0)
                writeField(fields[i], writer);
    }

    /// <summary>What holds no message is copied as it is, whichever case it has.</summary>
    private void WriteOneofClone(CodeWriter writer, OneofModel oneof)
    {
        if (HoldsMessages(oneof))
        {
            WriteOneofCases(writer, oneof, static (field, to) => field.WriteClone(to));
            return;
        }

        writer.Line($"{oneof.CamelName}_ = other.{oneof.CamelName}_;");
        writer.Line($"{oneof.CamelName}Case_ = other.{oneof.CamelName}Case_;");
    }

    private void WriteOneofCases(CodeWriter writer, OneofModel oneof, Action<FieldEmitter, CodeWriter> writeField)
    {
        writer.Open($"switch (other.{oneof.CamelName}Case_)");
        foreach (var index in oneof.Fields)
        {
            writer.Write($"case {message.Fields[index].Number}: ");
            writeField(fields[index], writer);
            writer.Line("break;");
        }

        writer.Close();
    }

    private bool HoldsMessages(OneofModel oneof)
    {
        foreach (var index in oneof.Fields)
            if (message.Fields[index].Value.IsMessage)
                return true;
        return false;
    }
}
