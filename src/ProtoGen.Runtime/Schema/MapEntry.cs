using System.Globalization;

namespace ProtoGen.Runtime.Schema;

/// <summary>One entry of a map on the wire, ordered by its key.</summary>
internal readonly unsafe struct MapEntry : IComparable<MapEntry>
{
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

    /// <summary>Where the key's value is, after its tag; a null position if it is left out.</summary>
    public WireCursor Key => new(_key, _keyEnd);

    /// <summary>Where the value is, after its tag; a null position if it is left out.</summary>
    public WireCursor Value => new(_value, _valueEnd);

    /// <summary>A text that is equal for equal keys of one map.</summary>
    public string Identity => _isString ? Convert.ToHexString(Text) : _number.ToString(CultureInfo.InvariantCulture);

    private ReadOnlySpan<byte> Text => _key == null ? default : Key.ReadDelimited().Remaining;

    /// <summary>Reads the content of an entry.</summary>
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

    /// <summary>Reads an entry and those of the same map that follow it.</summary>
    public static List<MapEntry> ReadAll(FieldSchema map, ref WireCursor input)
    {
        var keyField = map.Message.Find(1)!;
        var valueField = map.Message.Find(2)!;
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
