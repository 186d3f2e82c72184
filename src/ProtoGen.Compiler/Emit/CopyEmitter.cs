using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>
/// Writes constructors, Clone and MergeFrom. Copying scalars is merging them into a fresh message, so both call one method for those;
/// what is copied apart (lists, maps, messages, oneofs with messages) each writes for itself.
/// </summary>
internal sealed class CopyEmitter(MessageModel message, FieldEmitter[] fields, string unknownFields)
{
    private readonly bool _hasShared = Array.Exists(fields, static field => !field.IsCopiedApart);

    public void WriteConstructors(CodeWriter writer)
    {
        writer.Line($"public {message.Name}() {{ OnConstruction(); }}");
        writer.Line("partial void OnConstruction();");
        writer.Open($"public {message.Name}({message.Name} other) : this()");
        writer.Line($"_unknownFields = {unknownFields}.Clone(other._unknownFields);");
        if (_hasShared) writer.Line("MergeSingularFields(other);");
        for (var i = 0; i < fields.Length; i++)
            if (message.Fields[i].OneofIndex < 0 && (fields[i].IsCopiedApart || fields[i].CloneNeedsMore))
                fields[i].WriteClone(writer);
        WriteOneofs(writer, areApart: true, static (field, to) => field.WriteClone(to));
        if (message.IsExtendable) writer.Line("_extensions = pb::ExtensionSet.Clone(other._extensions);");
        writer.Close();
        writer.Line($"public {message.Name} Clone() => new {message.Name}(this);");
        writer.Line();
    }

    public void WriteMerging(CodeWriter writer)
    {
        writer.Open($"public void MergeFrom({message.Name}{(message.HasNullableAnnotations ? "?" : "")} other)");
        writer.Line("if (other == null) return;");
        if (_hasShared) writer.Line("MergeSingularFields(other);");
        for (var i = 0; i < fields.Length; i++)
            if (message.Fields[i].OneofIndex < 0 && fields[i].IsCopiedApart)
                fields[i].WriteMerge(writer);
        WriteOneofs(writer, areApart: true, static (field, to) => field.WriteMerge(to));
        if (message.IsExtendable) writer.Line("pb::ExtensionSet.MergeFrom(ref _extensions, other._extensions);");
        writer.Line($"_unknownFields = {unknownFields}.MergeFrom(_unknownFields, other._unknownFields);");
        writer.Close();
        if (_hasShared) WriteMergeSingularFields(writer);
        writer.Line();
    }

    private void WriteMergeSingularFields(CodeWriter writer)
    {
        writer.Open($"private void MergeSingularFields({message.Name} other)");
        for (var i = 0; i < fields.Length; i++)
            if (message.Fields[i].OneofIndex < 0 && !fields[i].IsCopiedApart)
                fields[i].WriteMerge(writer);
        WriteOneofs(writer, areApart: false, static (field, to) => field.WriteMerge(to));
        writer.Close();
    }

    /// <summary>Writes a switch for each oneof that has messages in it, or for each that has none.</summary>
    private void WriteOneofs(CodeWriter writer, bool areApart, Action<FieldEmitter, CodeWriter> writeField)
    {
        foreach (var oneof in message.Oneofs)
        {
            if (HasApart(oneof) != areApart) continue;
            writer.Open($"switch (other.{oneof.CamelName}Case_)");
            foreach (var index in oneof.Fields)
            {
                writer.Write($"case {message.Fields[index].Number}: ");
                writeField(fields[index], writer);
                writer.Line("break;");
            }

            writer.Close();
        }
    }

    private bool HasApart(OneofModel oneof)
    {
        foreach (var index in oneof.Fields)
            if (fields[index].IsCopiedApart)
                return true;
        return false;
    }
}
