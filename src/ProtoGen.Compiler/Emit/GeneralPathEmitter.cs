using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes size, writing and parsing by Google.Protobuf's contexts: what any input and output can come through.</summary>
internal sealed class GeneralPathEmitter(MessageModel message, FieldEmitter[] fields)
{
    public void Write(CodeWriter writer)
    {
        writer.Line("public void WriteTo(pb::CodedOutputStream output) { output.WriteRawMessage(this); }");
        WriteInternalWriteTo(writer);
        WriteCalculateSize(writer);
        writer.Line("public void MergeFrom(pb::CodedInputStream input) { input.ReadRawMessage(this); }");
        WriteInternalMergeFrom(writer);
    }

    private void WriteInternalWriteTo(CodeWriter writer)
    {
        writer.Open("void pb::IBufferMessage.InternalWriteTo(ref pb::WriteContext output)");
        foreach (var index in message.FieldsByNumber) fields[index].WriteOutput(writer);
        if (message.IsExtendable) writer.Line("if (_extensions != null) _extensions.WriteTo(ref output);");
        writer.Line("if (_unknownFields != null) _unknownFields.WriteTo(ref output);");
        writer.Close();
    }

    private void WriteCalculateSize(CodeWriter writer)
    {
        writer.Open("public int CalculateSize()");
        writer.Line("int size = 0;");
        foreach (var field in fields) field.WriteSize(writer);
        if (message.IsExtendable) writer.Line("if (_extensions != null) size += _extensions.CalculateSize();");
        writer.Line("if (_unknownFields != null) size += _unknownFields.CalculateSize();");
        writer.Line("return size;");
        writer.Close();
    }

    private void WriteInternalMergeFrom(CodeWriter writer)
    {
        writer.Open("void pb::IBufferMessage.InternalMergeFrom(ref pb::ParseContext input)");
        writer.Line("uint tag;");
        writer.Open("while ((tag = input.ReadTag()) != 0)");
        writer.Line("if ((tag & 7) == 4) return;");
        writer.Open("switch (tag)");
        foreach (var index in message.FieldsByNumber)
        {
            var field = message.Fields[index];
            if (field.IsPackable)
            {
                writer.Write($"case {UnpackedTag(field)}: ");
                writer.Write($"case {PackedTag(field)}: ");
            }
            else
            {
                writer.Write($"case {field.Tag}: ");
            }

            fields[index].WriteParse(writer);
            writer.Line("break;");
        }

        var merge = "_unknownFields = pb::UnknownFieldSet.MergeFieldFrom(_unknownFields, ref input);";
        writer.Line(message.IsExtendable
            ? $"default: if (!pb::ExtensionSet.TryMergeFieldFrom(ref _extensions, ref input)) {merge} break;"
            : $"default: {merge} break;");
        writer.Close();
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static uint UnpackedTag(FieldModel field) => field.Value.Tag;

    private static uint PackedTag(FieldModel field) => ((uint)field.Number << 3) | 2;
}
