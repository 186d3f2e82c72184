using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>Reads fields through a <see cref="ParseContext"/>: any input, with Google.Protobuf's own errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ContextReader : IFieldReader
{
    private readonly void* _context;

    /// <summary>A reader that takes everything from <paramref name="context"/>, which must outlive it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ContextReader(ref ParseContext context)
    {
#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
#if NET9_0_OR_GREATER
        _context = Unsafe.AsPointer(ref context);
#else
        fixed (ParseContext* pointer = &context)
            _context = pointer;
#endif
    }

    private ref ParseContext Context => ref *(ParseContext*)_context;
#pragma warning restore CS8500

    /// <inheritdoc/>
    public uint ReadTag() => Context.ReadTag();

    /// <inheritdoc/>
    public bool Next(uint tag) => false;

    /// <inheritdoc/>
    public int ReadInt32() => Context.ReadInt32();

    /// <inheritdoc/>
    public long ReadInt64() => Context.ReadInt64();

    /// <inheritdoc/>
    public uint ReadUInt32() => Context.ReadUInt32();

    /// <inheritdoc/>
    public ulong ReadUInt64() => Context.ReadUInt64();

    /// <inheritdoc/>
    public int ReadSInt32() => Context.ReadSInt32();

    /// <inheritdoc/>
    public long ReadSInt64() => Context.ReadSInt64();

    /// <inheritdoc/>
    public uint ReadFixed32() => Context.ReadFixed32();

    /// <inheritdoc/>
    public ulong ReadFixed64() => Context.ReadFixed64();

    /// <inheritdoc/>
    public int ReadSFixed32() => Context.ReadSFixed32();

    /// <inheritdoc/>
    public long ReadSFixed64() => Context.ReadSFixed64();

    /// <inheritdoc/>
    public float ReadFloat() => Context.ReadFloat();

    /// <inheritdoc/>
    public double ReadDouble() => Context.ReadDouble();

    /// <inheritdoc/>
    public bool ReadBool() => Context.ReadBool();

    /// <inheritdoc/>
    public int ReadEnum() => Context.ReadEnum();

    /// <inheritdoc/>
    public string ReadString() => Context.ReadString();

    /// <inheritdoc/>
    public ByteString ReadBytes() => Context.ReadBytes();

    /// <inheritdoc/>
    public void ReadMessage(IMessage message) => Context.ReadMessage(message);

    /// <inheritdoc/>
    public void ReadGroup(uint startTag, IMessage message) => Context.ReadGroup(message);

    /// <inheritdoc/>
    public T ReadValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T> => FieldCodecs<T, TCodec>.Reading.Read(ref Context);

    /// <inheritdoc/>
    public void ReadRepeatedString(uint tag, RepeatedField<string> field) => ReadRepeated<string, StringCodec>(tag, field);

    /// <inheritdoc/>
    public void ReadRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T> => field.AddEntriesFrom(ref Context, FieldCodecs<T, TCodec>.Reading);

    /// <inheritdoc/>
    public void ReadVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T> => ReadRepeated<T, TCodec>(tag, field);

    /// <inheritdoc/>
    public void ReadFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T> => ReadRepeated<T, TCodec>(tag, field);

    /// <inheritdoc/>
    public void ReadMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue> =>
        map.AddEntriesFrom(ref Context, MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>.Reading);

    /// <inheritdoc/>
    public bool ReadExtension<T>(uint tag, ref ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T> =>
        (WireFormat.WireType)(tag & 7) != WireFormat.WireType.EndGroup
        && ExtensionSet.TryMergeFieldFrom(ref extensions, ref Context);

    /// <inheritdoc/>
    public bool ReadUnknown(uint tag, ref UnknownFields? fields)
    {
        if ((WireFormat.WireType)(tag & 7) == WireFormat.WireType.EndGroup)
            return false;
        var set = UnknownFieldSet.MergeFieldFrom(null, ref Context);
        if (set != null)
            UnknownFields.Append(ref fields, set);
        return true;
    }
}
