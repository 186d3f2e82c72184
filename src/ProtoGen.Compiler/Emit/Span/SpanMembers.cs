using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Span;

/// <summary>
/// Writes size, writing and parsing on ProtoGen.Runtime. One reading method, generic over the source, serves contiguous memory
/// and Google.Protobuf's context alike, and one writing method serves output and counting.
/// </summary>
internal sealed class SpanMembers(MessageModel message)
{
    public static void Write(CodeWriter writer, MessageModel message) => new SpanMembers(message).Write(writer);

    private void Write(CodeWriter writer)
    {
        WriteWritingMembers(writer);
        WriteReadingMembers(writer);
        new ReadFieldsEmitter(message).Write(writer);
        WriteWriteFields(writer);
        writer.Line();
    }

    private void WriteWritingMembers(CodeWriter writer)
    {
        writer.Line("public void WriteTo(pb::CodedOutputStream output) { output.WriteRawMessage(this); }");
        writer.Line("void pb::IBufferMessage.InternalWriteTo(ref pb::WriteContext output) { pgr::SpanSerializer.WriteToContext(this, ref output); }");
        writer.Line("void pgr::ISpanMessage.WriteTo(ref pgr::SpanWriter output) { _WriteFields<pgr::SpanWriter>(ref output); }");
        writer.Line("public int CalculateSize() { var w = new pgr::SizeCounter(); _WriteFields<pgr::SizeCounter>(ref w); return w.Size; }");
        // They hide extension methods of the same names, so that calls in existing source become these.
        if (!IsTaken("ToByteArray")) writer.Line("public byte[] ToByteArray() => pgr::SpanSerializer.ToByteArray(this);");
        writer.Line("public void WriteTo(global::System.Span<byte> output) { pgr::SpanSerializer.WriteToSpan(this, output); }");
        writer.Line("public void WriteTo(global::System.Buffers.IBufferWriter<byte> output) { pgr::SpanSerializer.WriteToBuffer(this, output); }");
    }

    private void WriteReadingMembers(CodeWriter writer)
    {
        writer.Line("public void MergeFrom(pb::CodedInputStream input) { input.ReadRawMessage(this); }");
        writer.Line("void pb::IBufferMessage.InternalMergeFrom(ref pb::ParseContext input) { var r = new pgr::ContextReader(ref input); _ReadFields<pgr::ContextReader>(ref r); }");
        writer.Line("void pgr::ISpanMessage.MergeFrom(ref pgr::SpanReader input) { _ReadFields<pgr::SpanReader>(ref input); }");
        if (IsTaken("ParseFrom")) return;
        var name = message.Name;
        WriteParseFrom(writer, "global::System.ReadOnlySpan<byte> data", "ReadSpan");
        WriteParseFrom(writer, "in global::System.Buffers.ReadOnlySequence<byte> data", "ReadSequence");

        void WriteParseFrom(CodeWriter to, string parameter, string method) => to.Line(
            $"public static {name} ParseFrom({parameter}) => ({name}) pgr::SpanParser.{method}(data, new {name}(), Parser);");
    }

    private void WriteWriteFields(CodeWriter writer)
    {
        writer.Open("private void _WriteFields<TWriter>(ref TWriter w) where TWriter : struct, pgr::IFieldWriter");
        foreach (var index in message.FieldsByNumber) FieldWriting.Write(writer, message.Fields[index], message);
        if (message.IsExtendable) writer.Line($"w.WriteExtensions<{message.Name}>(_extensions);");
        writer.Line("w.WriteUnknown(_unknownFields);");
        writer.Close();
    }

    /// <summary>Whether a field or the message itself has the name already.</summary>
    private bool IsTaken(string member)
    {
        if (message.Name == member) return true;
        foreach (var field in message.Fields)
            if (field.PropertyName == member)
                return true;
        return false;
    }
}
