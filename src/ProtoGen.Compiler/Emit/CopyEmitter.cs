using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>
/// Writes constructors, Clone and MergeFrom. Copying is merging into a fresh message, but for collections (merging lists shares
/// their messages, copying does not), so both call one method for the singular fields.
/// </summary>
internal sealed class CopyEmitter(MessageModel message, FieldEmitter[] fields, string unknownFields)
{
    private readonly bool _hasSingular = Array.Exists(fields, static field => !field.IsCollection);

    public void WriteConstructors(CodeWriter writer)
    {
        writer.Line($"public {message.Name}() {{ OnConstruction(); }}");
        writer.Line("partial void OnConstruction();");
        writer.Open($"public {message.Name}({message.Name} other) : this()");
        writer.Line($"_unknownFields = {unknownFields}.Clone(other._unknownFields);");
        if (_hasSingular) writer.Line("MergeSingularFields(other);");
        foreach (var field in fields)
            if (field.IsCollection || field.CloneNeedsMore)
                field.WriteClone(writer);
        if (message.IsExtendable) writer.Line("_extensions = pb::ExtensionSet.Clone(other._extensions);");
        writer.Close();
        writer.Line($"public {message.Name} Clone() => new {message.Name}(this);");
        writer.Line();
    }

    public void WriteMerging(CodeWriter writer)
    {
        writer.Open($"public void MergeFrom({message.Name} other)");
        writer.Line("if (other == null) return;");
        if (_hasSingular) writer.Line("MergeSingularFields(other);");
        foreach (var field in fields)
            if (field.IsCollection)
                field.WriteMerge(writer);
        if (message.IsExtendable) writer.Line("pb::ExtensionSet.MergeFrom(ref _extensions, other._extensions);");
        writer.Line($"_unknownFields = {unknownFields}.MergeFrom(_unknownFields, other._unknownFields);");
        writer.Close();
        if (_hasSingular) WriteMergeSingularFields(writer);
        writer.Line();
    }

    private void WriteMergeSingularFields(CodeWriter writer)
    {
        writer.Open($"private void MergeSingularFields({message.Name} other)");
        for (var i = 0; i < fields.Length; i++)
            if (!fields[i].IsCollection && message.Fields[i].OneofIndex < 0)
                fields[i].WriteMerge(writer);
        foreach (var oneof in message.Oneofs)
        {
            writer.Open($"switch (other.{oneof.CamelName}Case_)");
            foreach (var index in oneof.Fields)
            {
                writer.Write($"case {message.Fields[index].Number}: ");
                fields[index].WriteMerge(writer);
                writer.Line("break;");
            }

            writer.Close();
        }

        writer.Close();
    }
}
