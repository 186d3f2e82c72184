using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Messages;

/// <summary>Writes fields through a <see cref="WriteContext"/>: to any output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe partial struct ContextWriter : IFieldWriter
{
    private readonly void* _context;

    /// <summary>A writer that gives everything to <paramref name="context"/>, which must outlive it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ContextWriter(ref WriteContext context)
    {
#pragma warning disable CS8500 // A WriteContext lives on the stack and never moves.
#if NET9_0_OR_GREATER
        _context = Unsafe.AsPointer(ref context);
#else
        fixed (WriteContext* pointer = &context)
            _context = pointer;
#endif
    }

    private ref WriteContext Context => ref *(WriteContext*)_context;
#pragma warning restore CS8500

    /// <inheritdoc/>
    public void WriteMessage(uint tag, IMessage? message)
    {
        if (message == null)
            return;
        Context.WriteTag(tag);
        Context.WriteMessage(message);
    }

    /// <inheritdoc/>
    public void WriteGroup(uint startTag, IMessage? message)
    {
        if (message == null)
            return;
        Context.WriteTag(startTag);
        Context.WriteGroup(message);
        Context.WriteTag(startTag + 1);
    }

    /// <inheritdoc/>
    public void WriteWrapped<T, TCodec>(uint tag, T value)
        where TCodec : struct, IValueCodec<T>
    {
        var innerTag = WireFormat.MakeTag(1, default(TCodec).WireType);
        var counter = default(SizeCounter);
        default(TCodec).WriteImplicit(ref counter, innerTag, value);
        Context.WriteTag(tag);
        Context.WriteLength(counter.Size);
        default(TCodec).WriteImplicit(ref Unsafe.AsRef(in this), innerTag, value);
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
            default(TCodec).Write(ref Unsafe.AsRef(in this), tag, field[i]);
    }

    /// <inheritdoc/>
    public void WritePackedVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>
    {
        if (field.Count != 0)
            field.WriteTo(ref Context, FieldCodecs<T, TCodec>.Writing(tag));
    }

    /// <inheritdoc/>
    public void WritePackedFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>
    {
        if (field.Count != 0)
            field.WriteTo(ref Context, FieldCodecs<T, TCodec>.Writing(tag));
    }

    /// <inheritdoc/>
    // By the map itself, which knows whether the output wants its keys in order.
    public void WriteMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        if (map.Count != 0)
            map.WriteTo(ref Context, MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>.Writing(tag));
    }

    /// <inheritdoc/>
    public void WriteExtensions<T>(ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T> => extensions?.WriteTo(ref Context);

    /// <inheritdoc/>
    public void WriteUnknown(UnknownFields? fields)
    {
        if (fields != null)
            WriteRaw(ref Context, fields.Bytes);
    }

    /// <summary>Writes bytes as they are. A context takes none, but integers of eight bytes and tags of one.</summary>
    internal static void WriteRaw(ref WriteContext context, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var position = start;
            var end = start + bytes.Length;
            for (; end - position >= sizeof(ulong); position += sizeof(ulong))
                context.WriteFixed64(LittleEndian.ReadUInt64(position));
            for (; position < end; position++)
                context.WriteRawTag(*position);
        }
    }
}
