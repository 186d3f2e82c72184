using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>Writes the entries of a map in its order.</summary>
    public void WriteMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        if (map.Count == 0)
            return;
        if (_mode >= WriterMode.Stream)
        {
            StreamMap<TKey, TValue, TKeyCodec, TValueCodec>(tag, map);
            return;
        }
        if (map.Count > 1)
            EndDraft();
        if (_mode == WriterMode.Abandoned)
            return;
        if (MapFieldAccess<TKey, TValue>.TryGetOrder(map) is not { } order)
        {
            foreach (var entry in map)
                WriteEntry<TKey, TValue, TKeyCodec, TValueCodec>(tag, entry);
            return;
        }
        for (var node = order.First; node != null; node = node.Next)
            WriteEntry<TKey, TValue, TKeyCodec, TValueCodec>(tag, node.Value);
    }

    private void WriteEntry<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, KeyValuePair<TKey, TValue> entry)
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        var content = OpenEntry(tag);
        default(TKeyCodec).WriteImplicit(ref this, WireFormat.MakeTag(1, default(TKeyCodec).WireType), entry.Key);
        default(TValueCodec).WriteImplicit(ref this, WireFormat.MakeTag(2, default(TValueCodec).WireType), entry.Value);
        CloseEntry(content);
    }

    private int OpenEntry(uint tag)
    {
        if (Reserve(Varint.Size(tag) + 1))
            _position = PutTag(_position, tag) + 1;
        return Length;
    }

    private void CloseEntry(int content)
    {
        var length = Length - content;
        if (length < 0x80 && IsComplete)
            _start[content - 1] = (byte)length;
        else
            CloseLong(content, length);
    }
}
