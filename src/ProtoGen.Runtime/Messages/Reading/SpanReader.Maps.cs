using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Messages;

public unsafe partial struct SpanReader
{
    /// <summary>Reads one entry of a map; a key that is there already gets the new value.</summary>
    public void ReadMapEntry<TKey, TValue, TKeyCodec, TValueCodec>(MapField<TKey, TValue> map)
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
            if (Next(keyTag))
                key = default(TKeyCodec).Read(ref this);
            else if (Next(valueTag))
                value = default(TValueCodec).Read(ref this);
            else
                HandOver();
        }
        if (value == null)
            HandOver();
        Leave(rest);
        map[key] = value;
    }
}
