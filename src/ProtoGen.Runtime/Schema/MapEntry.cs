using System.Globalization;

namespace ProtoGen.Runtime.Schema;

/// <summary>Points to the serialized key and value of a map entry; entries are ordered by key.</summary>
internal readonly unsafe struct MapEntry : IComparable<MapEntry>
{
    /// <summary>The field number of the key in the entry's message.</summary>
    public const int KeyNumber = 1;

    /// <summary>The field number of the value in the entry's message.</summary>
    public const int ValueNumber = 2;

    private readonly byte* _key;
    private readonly byte* _keyEnd;
    private readonly byte* _value;
    private readonly byte* _valueEnd;
    private readonly bool _isString;
    private readonly decimal _number;

    private MapEntry(FieldKind kind, WireCursor key, WireCursor value)
    {
        _key = key.Position;
        _keyEnd = key.End;
        _value = value.Position;
        _valueEnd = value.End;
        _isString = kind == FieldKind.String;
        _number = _isString || key.Position == null ? 0 : ReadNumber(kind, key);
    }

    /// <summary>Gets the key without its tag; the position is null if the entry has no key.</summary>
    public WireCursor Key => new(_key, _keyEnd);

    /// <summary>Gets the value without its tag; the position is null if the entry has no value.</summary>
    public WireCursor Value => new(_value, _valueEnd);

    /// <summary>Gets a text that identifies the key within its map.</summary>
    public string Identity => _isString ? Convert.ToHexString(Text) : _number.ToString(CultureInfo.InvariantCulture);

    private ReadOnlySpan<byte> Text => _key == null ? default : Key.ReadDelimited().Remaining;

    /// <summary>Reads the key and value of an entry.</summary>
    public static MapEntry Read(FieldSchema keyField, FieldSchema valueField, WireCursor content)
    {
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

    /// <summary>Reads all entries of a map that follow each other.</summary>
    public static List<MapEntry> ReadAll(FieldSchema map, ref WireCursor input)
    {
        var keyField = map.MapKey;
        var valueField = map.MapValue;
        var entries = new List<MapEntry>();
        do
        {
            entries.Add(Read(keyField, valueField, input.ReadDelimited()));
        }
        while (WireOrder.TryReadTagOf(map, ref input, out _));
        return entries;
    }

    public int CompareTo(MapEntry other) => _isString ? Text.SequenceCompareTo(other.Text) : _number.CompareTo(other._number);

    private static decimal ReadNumber(FieldKind kind, WireCursor key) => kind switch
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
