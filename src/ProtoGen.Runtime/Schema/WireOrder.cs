namespace ProtoGen.Runtime.Schema;

/// <summary>Sorts the fields of a serialized message and merges repeated occurrences of singular fields, as a parser would.</summary>
internal static unsafe class WireOrder
{
    /// <summary>
    /// Returns the message with its known fields in order, followed by its unknown fields. Nested messages are not changed.
    /// </summary>
    public static byte[] Normalize(MessageSchema schema, WireCursor input, ISchemaRegistry registry)
    {
        var entries = Read(schema, input, registry);
        var output = new OutputBuffer(256);
        try
        {
            for (var i = 0; i < entries.Count; i++)
            {
                var field = entries[i].Field;
                if (field is { IsRepeated: false } && field.Kind.IsMessage() && i + 1 < entries.Count && entries[i + 1].Field == field)
                    i = AddMerged(entries, i, ref output);
                else
                    output.Add(entries[i].Bytes);
            }
            return output.Written.ToArray();
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>Finds the field of a tag; returns null if the field is unknown or has another wire type.</summary>
    public static FieldSchema? Find(MessageSchema schema, uint tag, ISchemaRegistry registry)
    {
        var number = (int)(tag >> 3);
        var field = schema.Find(number) ?? registry.FindExtension(schema.FullName, number);
        return field != null && IsWireTypeOf(field, tag) ? field : null;
    }

    /// <summary>Returns whether the tag has a wire type from which the field can be read.</summary>
    public static bool IsWireTypeOf(FieldSchema field, uint tag) =>
        tag == field.ElementTag || (field.IsRepeated && tag == field.DelimitedTag && field.Kind.IsPackable());

    /// <summary>Returns whether this is the first member of its oneof, and marks the oneof in <paramref name="seen"/>.</summary>
    public static bool IsFirstOfOneof(FieldSchema field, ref ulong seen)
    {
        // Real messages have fewer oneofs than the 64 bits of the set. Further oneofs are not checked.
        if (field.Oneof is < 0 or >= 64 || field.IsExtension)
            return true;
        var bit = 1UL << field.Oneof;
        var isFirst = (seen & bit) == 0;
        seen |= bit;
        return isFirst;
    }

    /// <summary>Reads the next tag if it belongs to <paramref name="field"/>.</summary>
    public static bool TryReadTagOf(FieldSchema field, ref WireCursor input, out uint tag)
    {
        tag = 0;
        if (input.IsAtEnd)
            return false;
        // Most tags have one byte.
        if (*input.Position == field.ElementTag && field.ElementTag < 0x80)
        {
            input.Position++;
            tag = field.ElementTag;
            return true;
        }

        var ahead = input;
        tag = ahead.ReadTag();
        if (!IsWireTypeOf(field, tag))
            return false;
        input = ahead;
        return true;
    }

    private static List<Entry> Read(MessageSchema schema, WireCursor input, ISchemaRegistry registry)
    {
        var all = new List<Entry>();
        while (!input.IsAtEnd)
        {
            var start = input.Position;
            var tag = input.ReadTag();
            var value = input.Position;
            if (tag < 8)
                ProtoErrors.ThrowMalformedWire();
            input.Skip(tag);
            all.Add(new Entry(Find(schema, tag, registry), start, value, input.Position));
        }

        // Start from the end, because the last value of a singular field and the last member of a oneof win.
        var entries = new List<Entry>(all.Count);
        var seen = new HashSet<FieldSchema>();
        var oneofs = new FieldSchema?[schema.OneofCount];
        var isEnded = new bool[schema.OneofCount];
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var field = all[i].Field;
            if (field is { IsExtension: false, Oneof: >= 0 })
            {
                // A message set before another member of the oneof was cleared by that member.
                if ((oneofs[field.Oneof] ??= field) != field || isEnded[field.Oneof])
                {
                    isEnded[field.Oneof] = true;
                    continue;
                }
            }
            if (field is null or { IsRepeated: true } || field.Kind.IsMessage() || seen.Add(field))
                entries.Add(all[i]);
        }
        entries.Reverse();
        return [.. entries.OrderBy(entry => entry.Field?.Number ?? int.MaxValue)];
    }

    /// <summary>Concatenates the values of one singular message field, which merges them, and returns the index of the last one.</summary>
    private static int AddMerged(List<Entry> entries, int index, ref OutputBuffer output)
    {
        var field = entries[index].Field!;
        output.AddVarint(field.ElementTag);
        var isGroup = field.Kind == FieldKind.Group;
        var content = isGroup ? 0 : output.Open(isLarge: true);
        for (; index < entries.Count && entries[index].Field == field; index++)
            output.Add(entries[index].Content(field).Remaining);
        if (isGroup)
            output.AddVarint(field.ElementTag + 1);
        else
            output.Close(content, isLarge: true);
        return index - 1;
    }

    private readonly struct Entry(FieldSchema? field, byte* start, byte* value, byte* end)
    {
        public FieldSchema? Field { get; } = field;

        public ReadOnlySpan<byte> Bytes => new(start, (int)(end - start));

        public WireCursor Content(FieldSchema message)
        {
            var cursor = new WireCursor(value, end);
            return message.Kind == FieldKind.Group ? cursor.ReadGroup(message.ElementTag) : cursor.ReadDelimited();
        }
    }
}
