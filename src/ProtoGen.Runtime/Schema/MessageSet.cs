namespace ProtoGen.Runtime.Schema;

/// <summary>
/// Holds the content of a message with <c>message_set_wire_format</c>: extensions, each in a group with its number and its bytes.
/// </summary>
internal sealed unsafe class MessageSet
{
    /// <summary>The tags of an item: <c>repeated group Item = 1 { required int32 type_id = 2; required bytes message = 3; }</c>.</summary>
    public const uint ItemStart = (1 << 3) | Wire.StartGroup;
    public const uint ItemEnd = (1 << 3) | Wire.EndGroup;
    public const uint TypeId = (2 << 3) | Wire.Varint;
    public const uint Content = (3 << 3) | Wire.Delimited;

    // The number of an item can be larger than the largest field number that a tag can hold.
    private const int LargestFieldNumber = (1 << 29) - 1;

    private readonly MessageSchema _schema;
    private readonly ISchemaRegistry _registry;
    private readonly SortedDictionary<int, Item> _items = [];
    private readonly List<Item> _unknown = [];

    private MessageSet(MessageSchema schema, ISchemaRegistry registry)
    {
        _schema = schema;
        _registry = registry;
    }

    /// <summary>Gets the known extensions, ordered by number, each once.</summary>
    public IEnumerable<Item> Items => _items.Values;

    /// <summary>Gets the items and fields without a known extension, in the order of the input.</summary>
    public IReadOnlyList<Item> Unknown => _unknown;

    /// <summary>Parses a message set.</summary>
    public static MessageSet Read(MessageSchema schema, WireCursor input, ISchemaRegistry registry)
    {
        var set = new MessageSet(schema, registry);
        while (!input.IsAtEnd)
        {
            var start = input.Position;
            var tag = input.ReadTag();
            if (tag == ItemStart)
            {
                set.AddItem(input.ReadGroup(tag));
            }
            else if ((tag & 7) == Wire.Delimited && tag >= 8)
            {
                set.Add((int)(tag >> 3), input.ReadDelimited().Remaining);
            }
            else
            {
                if (tag < 8)
                    ProtoErrors.ThrowMalformedWire();
                input.Skip(tag);
                set._unknown.Add(new Item((int)(tag >> 3), null, new ReadOnlySpan<byte>(start, (int)(input.Position - start)).ToArray()));
            }
        }
        return set;
    }

    /// <summary>Starts an extension of a message set in the wire format; the caller writes its content next.</summary>
    /// <param name="field">The extension.</param>
    /// <param name="output">The buffer that the message is written to.</param>
    /// <returns>Whether <see cref="EndItem"/> must follow the content.</returns>
    /// <remarks>
    /// Google.Protobuf reads extensions only as ordinary fields, so an item is written only if the number is too large for a tag.
    /// </remarks>
    public static bool StartField(FieldSchema field, ref OutputBuffer output)
    {
        if (field.Number <= LargestFieldNumber)
        {
            output.AddVarint(field.ElementTag);
            return false;
        }
        StartItem(field.Number, ref output);
        return true;
    }

    /// <summary>Starts an item; the caller writes its content next.</summary>
    public static void StartItem(int number, ref OutputBuffer output)
    {
        output.AddVarint(ItemStart);
        output.AddVarint(TypeId);
        output.AddVarint((uint)number);
        output.AddVarint(Content);
    }

    /// <summary>Ends an item.</summary>
    public static void EndItem(ref OutputBuffer output) => output.AddVarint(ItemEnd);

    /// <summary>Adds an item with its first number and its first content, in either order. Like C++, it skips an incomplete item.</summary>
    private void AddItem(WireCursor item)
    {
        var number = 0;
        var hasContent = false;
        ReadOnlySpan<byte> content = default;
        while (!item.IsAtEnd)
        {
            var tag = item.ReadTag();
            if (tag == TypeId)
            {
                var value = item.ReadVarint();
                if (value == 0)
                    ProtoErrors.ThrowMalformedWire();
                number = number == 0 ? (int)value : number;
            }
            else if (tag == Content && !hasContent)
            {
                content = item.ReadDelimited().Remaining;
                hasContent = true;
            }
            else
            {
                item.Skip(tag);
            }
        }
        if (number != 0 && hasContent)
            Add(number, content);
    }

    private void Add(int number, ReadOnlySpan<byte> content)
    {
        if (_registry.FindExtension(_schema.FullName, number) is not { } field)
        {
            _unknown.Add(new Item(number, null, content.ToArray()) { IsDelimited = true });
        }
        else if (!_items.TryGetValue(number, out var known))
        {
            _items.Add(number, new Item(number, field, content.ToArray()));
        }
        else
        {
            // Concatenating the bytes of messages merges them.
            _items[number] = new Item(number, field, [.. known.Bytes, .. content]);
        }
    }

    /// <summary>An item of the set, or a field that is not an item.</summary>
    /// <param name="Number">The number of the extension.</param>
    /// <param name="Field">The extension; null if it is not known.</param>
    /// <param name="Bytes">The content of the message; for a field that is neither an item nor a message, the field with its tag.</param>
    internal sealed record Item(int Number, FieldSchema? Field, byte[] Bytes)
    {
        /// <summary>Gets whether <see cref="Bytes"/> is the content of an unknown item.</summary>
        public bool IsDelimited { get; init; }
    }
}
