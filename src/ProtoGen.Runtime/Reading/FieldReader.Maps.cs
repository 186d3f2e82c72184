using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>
    /// If the next field has this tag, reads one or more entries of a map; a new value replaces the value of an existing key.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        if (_tag != tag)
            return;
        ReadEntries<TKey, TValue, TKeyCodec, TValueCodec>(tag, map);
        Advance();
    }

    private void ReadEntries<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        if (_context != null)
        {
            // Each entry, and each group among its unknown fields, adds to the depth, which only the context knows.
            map.AddEntriesFrom(ref Close(tag), MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>.Reading);
            return;
        }
        var count = CountDelimited(tag);
        MapFieldAccess<TKey, TValue>.Reserve(map, count);
        for (; count > 0; count--)
        {
            ReadMapEntry<TKey, TValue, TKeyCodec, TValueCodec>(map);
            Next(tag);
        }
    }

    private void ReadMapEntry<TKey, TValue, TKeyCodec, TValueCodec>(MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        var rest = Enter();
        var key = default(TKeyCodec).Default!;
        var value = default(TValueCodec).Default;
        var keyTag = WireFormat.MakeTag(1, default(TKeyCodec).WireType);
        var valueTag = WireFormat.MakeTag(2, default(TValueCodec).WireType);
        while (_position < _end)
        {
            var tag = ReadTag();
            if (tag == keyTag)
                key = default(TKeyCodec).Read(ref this);
            else if (tag == valueTag)
                value = default(TValueCodec).Read(ref this);
            else
                SkipUnknown(tag);
        }
        value ??= ReadEmpty<TValue, TValueCodec>();
        Leave(rest);
        MapFieldAccess<TKey, TValue>.Set(map, key, value!);
    }

    /// <summary>Returns the empty message or wrapper that is the value of an entry without one.</summary>
    private static TValue ReadEmpty<TValue, TValueCodec>()
        where TValueCodec : struct, IValueCodec<TValue>
    {
        byte length = 0;
        var reader = new FieldReader(&length, sizeof(byte));
        return default(TValueCodec).Read(ref reader);
    }
}
