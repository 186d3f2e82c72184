using ProtoGen.Runtime.Schema;

namespace ProtoGen.Tool.Codec;

/// <summary>Writes a message as protoc does: fields in ascending order at every level, lengths as short as can be.</summary>
internal sealed unsafe class CanonicalWire(ISchemaRegistry registry, bool isDeterministic)
{
    /// <summary>Writes <paramref name="bytes"/>, well-formed fields in any order.</summary>
    public void Write(MessageSchema schema, ReadOnlySpan<byte> bytes, ref OutputBuffer output)
    {
        fixed (byte* start = bytes)
        {
            Write(schema, new WireCursor(start, start + bytes.Length), ref output);
        }
    }

    private void Write(MessageSchema schema, WireCursor input, ref OutputBuffer output)
    {
        var ordered = WireOrder.Normalize(schema, input, registry);
        fixed (byte* start = ordered)
        {
            input = new WireCursor(start, start + ordered.Length);
            while (!input.IsAtEnd)
            {
                var before = input.Position;
                var tag = input.ReadTag();
                var field = WireOrder.Find(schema, tag, registry);
                if (field is null)
                {
                    input.Skip(tag);
                    output.Add(new ReadOnlySpan<byte>(before, (int)(input.Position - before)));
                }
                else if (field.IsPacked)
                {
                    WritePacked(field, tag, ref input, ref output);
                }
                else if (field.IsMap)
                {
                    WriteMap(field, ref input, ref output);
                }
                else
                {
                    WriteValue(field, tag, before, ref input, ref output);
                }
            }
        }
    }

    private void WriteValue(FieldSchema field, uint tag, byte* before, ref WireCursor input, ref OutputBuffer output)
    {
        if (field.Kind is FieldKind.Message or FieldKind.String or FieldKind.Bytes)
        {
            // A string without presence that is empty is not written.
            var ahead = input;
            if (field is { IsRepeated: false, HasPresence: false } && ahead.ReadDelimited().IsAtEnd)
            {
                input.Skip(tag);
            }
            else
            {
                WriteDelimited(field, ref input, ref output);
            }
        }
        else if (field.Kind == FieldKind.Group)
        {
            output.AddVarint(tag);
            Write(field.Message, input.ReadGroup(tag), ref output);
            output.AddVarint(tag + 1);
        }
        else
        {
            input.Skip(tag);
            var bytes = new ReadOnlySpan<byte>(before, (int)(input.Position - before));
            // A field without presence that has its default value is not written.
            var isDefault = field is { IsRepeated: false, HasPresence: false } && !bytes[TagSize(tag)..].ContainsAnyExcept((byte)0);
            output.Add(isDefault ? default : bytes);
        }
    }

    private static int TagSize(uint tag)
    {
        var size = 1;
        for (; tag >= 0x80; tag >>= 7)
        {
            size++;
        }

        return size;
    }

    private static void WritePacked(FieldSchema field, uint tag, ref WireCursor input, ref OutputBuffer output)
    {
        output.AddVarint(field.DelimitedTag);
        var content = output.Open(isLarge: false);
        while (true)
        {
            var before = input.Position;
            if (tag == field.DelimitedTag)
            {
                output.Add(input.ReadDelimited().Remaining);
            }
            else
            {
                input.Skip(tag);
                output.Add(new ReadOnlySpan<byte>(before, (int)(input.Position - before)));
            }

            if (!WireOrder.TryReadTagOf(field, ref input, out tag))
            {
                break;
            }
        }

        output.Close(content, isLarge: false);
    }

    private void WriteMap(FieldSchema field, ref WireCursor input, ref OutputBuffer output)
    {
        var keyField = field.Message.Find(1)!;
        var valueField = field.Message.Find(2)!;
        var entries = MapEntry.ReadAll(field, ref input);
        foreach (var entry in isDeterministic ? entries.Order() : entries.AsEnumerable())
        {
            output.AddVarint(field.ElementTag);
            var content = output.Open(isLarge: false);
            WriteMember(keyField, entry.Key, ref output);
            WriteMember(valueField, entry.Value, ref output);
            output.Close(content, isLarge: false);
        }
    }

    /// <summary>Writes a key or value, which protoc does even if it has its default value.</summary>
    private void WriteMember(FieldSchema field, WireCursor value, ref OutputBuffer output)
    {
        // Enough zeros for any default: an empty string, an empty message, a number.
        ulong zero = 0;
        if (value.Position == null)
        {
            value = new WireCursor((byte*)&zero, (byte*)&zero + sizeof(ulong));
        }

        if (field.Kind is FieldKind.Message or FieldKind.String or FieldKind.Bytes)
        {
            WriteDelimited(field, ref value, ref output);
            return;
        }

        var before = value.Position;
        value.Skip(field.ElementTag);
        output.AddVarint(field.ElementTag);
        output.Add(new ReadOnlySpan<byte>(before, (int)(value.Position - before)));
    }

    private void WriteDelimited(FieldSchema field, ref WireCursor input, ref OutputBuffer output)
    {
        output.AddVarint(field.ElementTag);
        if (field.Kind == FieldKind.Message)
        {
            var content = output.Open(isLarge: false);
            Write(field.Message, input.ReadDelimited(), ref output);
            output.Close(content, isLarge: false);
            return;
        }

        var value = input.ReadDelimited().Remaining;
        output.AddVarint((uint)value.Length);
        output.Add(value);
    }
}
