using ProtoGen.Runtime.Schema;

namespace ProtoGen.Tool.Codec;

/// <summary>Writes a message in protoc's form: fields ordered by number at every level, and lengths in as few bytes as possible.</summary>
internal sealed unsafe class CanonicalWire(ISchemaRegistry registry, bool isDeterministic)
{
    /// <summary>Writes the fields in <paramref name="bytes"/>, which must be well-formed but may have any order.</summary>
    public void Write(MessageSchema schema, ReadOnlySpan<byte> bytes, ref OutputBuffer output)
    {
        fixed (byte* start = bytes)
        {
            Write(schema, new WireCursor(start, start + bytes.Length), ref output);
        }
    }

    private void Write(MessageSchema schema, WireCursor input, ref OutputBuffer output)
    {
        if (schema.IsMessageSet)
        {
            WriteSet(MessageSet.Read(schema, input, registry), ref output);
            return;
        }

        var unknown = new OutputBuffer(64);
        var known = new OutputBuffer(256);
        Split(schema, input, ref known, ref unknown);
        fixed (byte* start = known.Written)
        {
            WriteKnown(schema, WireOrder.Normalize(schema, new WireCursor(start, start + known.Length), registry), ref output);
        }

        known.Dispose();
        output.Add(unknown.Written);
        unknown.Dispose();
    }

    /// <summary>Separates the unknown fields, including numbers that closed enums do not define, from the known ones.</summary>
    private void Split(MessageSchema schema, WireCursor input, ref OutputBuffer known, ref OutputBuffer unknown)
    {
        while (!input.IsAtEnd)
        {
            var start = input.Position;
            var tag = input.ReadTag();
            var field = WireOrder.Find(schema, tag, registry);
            if (field is { Kind: FieldKind.Enum, Enum.IsClosed: true } && tag != field.ElementTag)
            {
                SplitPacked(field, input.ReadDelimited(), ref known, ref unknown);
                continue;
            }

            if (field is { IsMap: true })
            {
                SplitEntry(field, input.ReadDelimited(), ref known, ref unknown);
                continue;
            }

            var isUnknown = field is null || ClosedEnums.IsUnknown(field, tag, input);
            input.Skip(tag);
            (isUnknown ? ref unknown : ref known).Add(new ReadOnlySpan<byte>(start, (int)(input.Position - start)));
        }
    }

    private static void SplitPacked(FieldSchema field, WireCursor packed, ref OutputBuffer known, ref OutputBuffer unknown)
    {
        while (!packed.IsAtEnd)
        {
            ref var output = ref ClosedEnums.IsUnknownNumber(field, packed) ? ref unknown : ref known;
            output.AddVarint(field.ElementTag);
            // protoc converts a packed number to an int before it searches for the enum value.
            output.AddVarint((ulong)(int)packed.ReadVarint());
        }
    }

    /// <summary>Writes an entry with one key and one value, as protoc keeps it.</summary>
    private void SplitEntry(FieldSchema map, WireCursor content, ref OutputBuffer known, ref OutputBuffer unknown)
    {
        var ordered = WireOrder.Normalize(map.Message, content, registry);
        fixed (byte* start = ordered)
        {
            var valueField = map.MapValue;
            var entry = MapEntry.Read(map.MapKey, valueField, new WireCursor(start, start + ordered.Length));
            var isUnknown = entry.Value.Position != null && ClosedEnums.IsUnknownNumber(valueField, entry.Value);
            WriteEntry(map, entry, ref isUnknown ? ref unknown : ref known);
        }
    }

    private void WriteKnown(MessageSchema schema, byte[] ordered, ref OutputBuffer output)
    {
        fixed (byte* start = ordered)
        {
            var input = new WireCursor(start, start + ordered.Length);
            while (!input.IsAtEnd)
            {
                var tag = input.ReadTag();
                var field = WireOrder.Find(schema, tag, registry)!;
                if (field.IsPacked)
                {
                    WritePacked(field, tag, ref input, ref output);
                }
                else if (field.IsMap)
                {
                    WriteMap(field, ref input, ref output);
                }
                else
                {
                    WriteValues(field, tag, ref input, ref output);
                }
            }
        }
    }

    private void WriteSet(MessageSet set, ref OutputBuffer output)
    {
        foreach (var item in set.Items.Concat(set.Unknown))
        {
            if (item.Field is null && !item.IsDelimited)
            {
                output.Add(item.Bytes);
                continue;
            }

            MessageSet.StartItem(item.Number, ref output);
            var content = output.Open(isLarge: false);
            if (item.Field is null)
            {
                output.Add(item.Bytes);
            }
            else
            {
                Write(item.Field.Message, item.Bytes, ref output);
            }

            output.Close(content, isLarge: false);
            MessageSet.EndItem(ref output);
        }
    }

    /// <summary>Writes each value of a field as a separate entry, including those of a packed field.</summary>
    private void WriteValues(FieldSchema field, uint tag, ref WireCursor input, ref OutputBuffer output)
    {
        if (tag == field.ElementTag)
        {
            WriteValue(field, ref input, ref output);
            return;
        }

        for (var packed = input.ReadDelimited(); !packed.IsAtEnd;)
        {
            WriteValue(field, ref packed, ref output);
        }
    }

    private void WriteValue(FieldSchema field, ref WireCursor input, ref OutputBuffer output)
    {
        if (field.Kind == FieldKind.Group)
        {
            output.AddVarint(field.ElementTag);
            Write(field.Message, input.ReadGroup(field.ElementTag), ref output);
            output.AddVarint(field.ElementTag + 1);
            return;
        }

        // A field without presence that has its default value is not written.
        var start = output.Length;
        output.AddVarint(field.ElementTag);
        var isDefault = WriteContent(field, ref input, ref output);
        if (isDefault && field is { IsRepeated: false, HasPresence: false })
        {
            output.Length = start;
        }
    }

    /// <summary>Writes a value without its tag and returns whether it is the default value of its type.</summary>
    private bool WriteContent(FieldSchema field, ref WireCursor input, ref OutputBuffer output)
    {
        switch (field.Kind)
        {
            case FieldKind.Message:
                var content = output.Open(isLarge: false);
                Write(field.Message, input.ReadDelimited(), ref output);
                output.Close(content, isLarge: false);
                return false;
            case FieldKind.String or FieldKind.Bytes:
                var value = input.ReadDelimited().Remaining;
                output.AddVarint((uint)value.Length);
                output.Add(value);
                return value.IsEmpty;
            case FieldKind.Double or FieldKind.Fixed64 or FieldKind.SFixed64:
                var wide = input.ReadFixed64();
                output.AddFixed64(wide);
                return wide == 0;
            case FieldKind.Float or FieldKind.Fixed32 or FieldKind.SFixed32:
                var narrow = input.ReadFixed32();
                output.AddFixed32(narrow);
                return narrow == 0;
            default:
                var number = Narrow(field.Kind, input.ReadVarint());
                output.AddVarint(number);
                return number == 0;
        }
    }

    /// <summary>Returns the number without the bits that its type lacks, as a parser reads it.</summary>
    private static ulong Narrow(FieldKind kind, ulong value) => kind switch
    {
        FieldKind.Int32 or FieldKind.Enum => (ulong)(int)value,
        FieldKind.UInt32 or FieldKind.SInt32 => (uint)value,
        FieldKind.Bool => value == 0 ? 0UL : 1,
        _ => value,
    };

    private void WritePacked(FieldSchema field, uint tag, ref WireCursor input, ref OutputBuffer output)
    {
        var start = output.Length;
        output.AddVarint(field.DelimitedTag);
        var content = output.Open(isLarge: false);
        do
        {
            if (tag == field.DelimitedTag)
            {
                for (var packed = input.ReadDelimited(); !packed.IsAtEnd;)
                {
                    WriteContent(field, ref packed, ref output);
                }
            }
            else
            {
                WriteContent(field, ref input, ref output);
            }
        }
        while (WireOrder.TryReadTagOf(field, ref input, out tag));
        if (output.Length == content)
        {
            output.Length = start;
            return;
        }

        output.Close(content, isLarge: false);
    }

    private void WriteMap(FieldSchema field, ref WireCursor input, ref OutputBuffer output)
    {
        var entries = MapEntry.ReadAll(field, ref input);
        foreach (var entry in isDeterministic ? entries.Order() : entries.AsEnumerable())
        {
            WriteEntry(field, entry, ref output);
        }
    }

    private void WriteEntry(FieldSchema map, MapEntry entry, ref OutputBuffer output)
    {
        output.AddVarint(map.ElementTag);
        var content = output.Open(isLarge: false);
        WriteMember(map.MapKey, entry.Key, ref output);
        WriteMember(map.MapValue, entry.Value, ref output);
        output.Close(content, isLarge: false);
    }

    /// <summary>Writes the key or value of a map entry. protoc writes it even if it has its default value.</summary>
    private void WriteMember(FieldSchema field, WireCursor value, ref OutputBuffer output)
    {
        // Eight zero bytes encode the default of every type: an empty string, an empty message, or zero.
        ulong zero = 0;
        if (value.Position == null)
        {
            value = new WireCursor((byte*)&zero, (byte*)&zero + sizeof(ulong));
        }

        output.AddVarint(field.ElementTag);
        WriteContent(field, ref value, ref output);
    }
}
