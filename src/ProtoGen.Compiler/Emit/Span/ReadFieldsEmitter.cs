using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Span;

/// <summary>Writes the loop over fields. After each field it tries the tag that would come next, which saves the search for it.</summary>
internal sealed class ReadFieldsEmitter(MessageModel message)
{
    public void Write(CodeWriter writer)
    {
        writer.Open("private void _ReadFields<TReader>(ref TReader r) where TReader : struct, pgr::IFieldReader");
        writer.Line("uint tag;");
        writer.Open("while ((tag = r.ReadTag()) != 0)");
        if (message.Fields.Count > 0)
        {
            writer.Open("switch (tag)");
            WriteCases(writer);
            writer.Write("default: ");
            WriteOther(writer);
            writer.Line("break;");
            writer.Close();
        }
        else
        {
            WriteOther(writer);
        }

        writer.Close();
        writer.Close();
    }

    private void WriteCases(CodeWriter writer)
    {
        var order = message.FieldsByNumber;
        for (var i = 0; i < order.Count; i++)
        {
            var field = message.Fields[order[i]];
            writer.Write($"case {field.Tag}: ");
            if (field.IsPackable) writer.Write($"case {OtherTag(field)}: ");
            FieldReading.Write(writer, field);
            if (FieldReading.MayRepeat(field)) WriteGuess(writer, field);
            if (i + 1 < order.Count) WriteGuess(writer, message.Fields[order[i + 1]]);
            writer.Line("break;");
        }
    }

    private static void WriteGuess(CodeWriter writer, FieldModel next) => writer.Line(next.IsPackable
        ? $"if (r.Next({next.Tag})) {{ tag = {next.Tag}; goto case {next.Tag}; }}"
        : $"if (r.Next({next.Tag})) goto case {next.Tag};");

    private void WriteOther(CodeWriter writer)
    {
        var extension = message.IsExtendable ? $"!r.ReadExtension<{message.Name}>(tag, ref _extensions) && " : "";
        writer.Line($"if ({extension}!r.ReadUnknown(tag, ref _unknownFields)) return;");
    }

    /// <summary>The tag of the form, packed or not, in which the field is not written.</summary>
    private static uint OtherTag(FieldModel field) => field.IsPacked ? field.Value.Tag : ((uint)field.Number << 3) | 2;
}
