using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>Takes fields only to count the bytes that they would need.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct SizeCounter : IFieldWriter
{
    /// <summary>The size in bytes of what was taken so far.</summary>
    public int Size { readonly get; private set; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteMessage(uint tag, IMessage? message)
    {
        if (message != null)
            AddDelimited(tag, message.CalculateSize());
    }

    /// <inheritdoc/>
    public void WriteGroup(uint startTag, IMessage? message)
    {
        if (message != null)
            Size += 2 * Varint.Size(startTag) + message.CalculateSize();
    }

    /// <inheritdoc/>
    public void WriteWrapped<T, TCodec>(uint tag, T value)
        where TCodec : struct, IValueCodec<T>
    {
        var counter = default(SizeCounter);
        default(TCodec).WriteImplicit(ref counter, WireFormat.MakeTag(1, default(TCodec).WireType), value);
        AddDelimited(tag, counter.Size);
    }

    /// <inheritdoc/>
    public void WriteMessages<T>(uint tag, RepeatedField<T> messages)
        where T : class, IMessage
    {
        for (var i = 0; i < messages.Count; i++)
            WriteMessage(tag, messages[i]);
    }

    /// <inheritdoc/>
    public void WriteGroups<T>(uint startTag, RepeatedField<T> messages)
        where T : class, IMessage
    {
        for (var i = 0; i < messages.Count; i++)
            WriteGroup(startTag, messages[i]);
    }

    /// <inheritdoc/>
    public void WriteRepeatedString(uint tag, RepeatedField<string> field) => WriteRepeated<string, StringCodec>(tag, field);

    /// <inheritdoc/>
    public void WriteRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>
    {
        for (var i = 0; i < field.Count; i++)
            default(TCodec).Write(ref this, tag, field[i]);
    }

    /// <inheritdoc/>
    public void WritePackedVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>
    {
        if (field.Count == 0)
            return;
        var length = 0;
        for (var i = 0; i < field.Count; i++)
            length += Varint.Size(default(TCodec).ToVarint(field[i]));
        AddDelimited(tag, length);
    }

    /// <inheritdoc/>
    public unsafe void WritePackedFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>
    {
        if (field.Count != 0)
            AddDelimited(tag, field.Count * sizeof(T));
    }

    /// <inheritdoc/>
    public void WriteMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        if (map.Count != 0)
            Size += map.CalculateSize(MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>.Writing(tag));
    }

    /// <inheritdoc/>
    public void WriteExtensions<T>(ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T>
    {
        if (extensions != null)
            Size += extensions.CalculateSize();
    }

    /// <inheritdoc/>
    public void WriteUnknown(UnknownFields? fields)
    {
        if (fields != null)
            Size += fields.Bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddDelimited(uint tag, int length) => Size += Varint.Size(tag) + Varint.Size((uint)length) + length;
}
