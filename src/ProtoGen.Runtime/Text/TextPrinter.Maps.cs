using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

internal unsafe ref partial struct TextPrinter
{
    /// <summary>Writes entries in the order of their keys, of each key the last.</summary>
    private void WriteMap(FieldSchema field, ref WireCursor input)
    {
        var entries = new List<MapEntry>();
        while (true)
        {
            entries.Add(ReadEntry(field, input.ReadDelimited()));
            if (input.IsAtEnd)
                break;
            var ahead = input;
            if (!WireOrder.IsWireTypeOf(field, ahead.ReadTag()))
                break;
            input = ahead;
        }
        var last = new Dictionary<string, MapEntry>(entries.Count);
        foreach (var entry in entries)
            last[entry.Identity] = entry;
        foreach (var entry in last.Values.Order())
            WriteEntry(field, entry);
    }

    private static MapEntry ReadEntry(FieldSchema field, WireCursor content)
    {
        var keyField = field.Message.Find(1)!;
        var valueField = field.Message.Find(2)!;
        WireCursor key = default, value = default;
        while (!content.IsAtEnd)
        {
            var tag = content.ReadTag();
            if (tag == keyField.ElementTag)
                key = content;
            else if (tag == valueField.ElementTag)
                value = content;
            content.Skip(tag);
        }
        return new MapEntry(keyField.Kind, key, value);
    }

    private void WriteEntry(FieldSchema field, MapEntry entry)
    {
        WriteName(field);
        OpenMessage();
        WriteMember(field.Message.Find(1)!, entry.Key);
        WriteMember(field.Message.Find(2)!, entry.Value);
        CloseMessage();
    }

    /// <summary>Writes a key or value, which text shows even where the wire format leaves it out.</summary>
    private void WriteMember(FieldSchema field, WireCursor value)
    {
        if (value.Position != null)
        {
            WriteElement(field, ref value);
            return;
        }
        // Enough zeros for any scalar: an empty string, an empty message, a number.
        ulong zero = 0;
        value = new WireCursor((byte*)&zero, (byte*)&zero + sizeof(ulong));
        WriteElement(field, ref value);
    }

    /// <summary>One entry of a map, ordered by its key.</summary>
    private readonly struct MapEntry : IComparable<MapEntry>
    {
        private readonly byte* _key;
        private readonly byte* _keyEnd;
        private readonly byte* _value;
        private readonly byte* _valueEnd;
        private readonly bool _isString;
        private readonly decimal _number;

        public MapEntry(FieldKind kind, WireCursor key, WireCursor value)
        {
            _key = key.Position;
            _keyEnd = key.End;
            _value = value.Position;
            _valueEnd = value.End;
            _isString = kind == FieldKind.String;
            if (_isString || key.Position == null)
                return;
            _number = kind switch
            {
                FieldKind.UInt64 => key.ReadVarint(),
                FieldKind.Fixed64 => key.ReadFixed64(),
                FieldKind.UInt32 => (uint)key.ReadVarint(),
                FieldKind.Fixed32 => key.ReadFixed32(),
                FieldKind.SFixed32 => (int)key.ReadFixed32(),
                FieldKind.SFixed64 => (long)key.ReadFixed64(),
                FieldKind.SInt32 => Varint.UnZigZag((uint)key.ReadVarint()),
                FieldKind.SInt64 => Varint.UnZigZag(key.ReadVarint()),
                FieldKind.Int32 => (int)key.ReadVarint(),
                FieldKind.Bool => key.ReadVarint() != 0 ? 1 : 0,
                _ => (long)key.ReadVarint(),
            };
        }

        public WireCursor Key => new(_key, _keyEnd);

        public WireCursor Value => new(_value, _valueEnd);

        /// <summary>Equal for equal keys of one map.</summary>
        public string Identity => _isString ? Convert.ToHexString(Text) : _number.ToString(System.Globalization.CultureInfo.InvariantCulture);

        private ReadOnlySpan<byte> Text => _key == null ? default : Key.ReadDelimited().Remaining;

        public int CompareTo(MapEntry other) => _isString ? Text.SequenceCompareTo(other.Text) : _number.CompareTo(other._number);
    }
}
