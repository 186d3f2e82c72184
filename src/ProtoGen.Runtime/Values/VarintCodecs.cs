using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of <c>int32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Codec : IVarintCodec<int>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public int Default => default;

    /// <inheritdoc/>
    public int Read(ref SpanReader reader) => reader.ReadInt32();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, int value)
        where TWriter : struct, IFieldWriter => writer.WriteInt32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, int value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitInt32(tag, value);

    /// <inheritdoc/>
    public FieldCodec<int> ToFieldCodec(uint tag) => FieldCodec.ForInt32(tag);

    /// <inheritdoc/>
    public ulong ToVarint(int value) => (ulong)(long)value;

    /// <inheritdoc/>
    public int FromVarint(ulong value) => (int)value;
}

/// <summary>The codec of <c>int64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Codec : IVarintCodec<long>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public long Default => default;

    /// <inheritdoc/>
    public long Read(ref SpanReader reader) => reader.ReadInt64();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, long value)
        where TWriter : struct, IFieldWriter => writer.WriteInt64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, long value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitInt64(tag, value);

    /// <inheritdoc/>
    public FieldCodec<long> ToFieldCodec(uint tag) => FieldCodec.ForInt64(tag);

    /// <inheritdoc/>
    public ulong ToVarint(long value) => (ulong)value;

    /// <inheritdoc/>
    public long FromVarint(ulong value) => (long)value;
}

/// <summary>The codec of <c>uint32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt32Codec : IVarintCodec<uint>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public uint Default => default;

    /// <inheritdoc/>
    public uint Read(ref SpanReader reader) => reader.ReadUInt32();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, uint value)
        where TWriter : struct, IFieldWriter => writer.WriteUInt32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, uint value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitUInt32(tag, value);

    /// <inheritdoc/>
    public FieldCodec<uint> ToFieldCodec(uint tag) => FieldCodec.ForUInt32(tag);

    /// <inheritdoc/>
    public ulong ToVarint(uint value) => value;

    /// <inheritdoc/>
    public uint FromVarint(ulong value) => (uint)value;
}

/// <summary>The codec of <c>uint64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt64Codec : IVarintCodec<ulong>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public ulong Default => default;

    /// <inheritdoc/>
    public ulong Read(ref SpanReader reader) => reader.ReadUInt64();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, ulong value)
        where TWriter : struct, IFieldWriter => writer.WriteUInt64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, ulong value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitUInt64(tag, value);

    /// <inheritdoc/>
    public FieldCodec<ulong> ToFieldCodec(uint tag) => FieldCodec.ForUInt64(tag);

    /// <inheritdoc/>
    public ulong ToVarint(ulong value) => value;

    /// <inheritdoc/>
    public ulong FromVarint(ulong value) => value;
}

/// <summary>The codec of <c>sint32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SInt32Codec : IVarintCodec<int>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public int Default => default;

    /// <inheritdoc/>
    public int Read(ref SpanReader reader) => reader.ReadSInt32();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, int value)
        where TWriter : struct, IFieldWriter => writer.WriteSInt32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, int value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitSInt32(tag, value);

    /// <inheritdoc/>
    public FieldCodec<int> ToFieldCodec(uint tag) => FieldCodec.ForSInt32(tag);

    /// <inheritdoc/>
    public ulong ToVarint(int value) => Varint.ZigZag(value);

    /// <inheritdoc/>
    public int FromVarint(ulong value) => Varint.UnZigZag((uint)value);
}

/// <summary>The codec of <c>sint64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SInt64Codec : IVarintCodec<long>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public long Default => default;

    /// <inheritdoc/>
    public long Read(ref SpanReader reader) => reader.ReadSInt64();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, long value)
        where TWriter : struct, IFieldWriter => writer.WriteSInt64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, long value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitSInt64(tag, value);

    /// <inheritdoc/>
    public FieldCodec<long> ToFieldCodec(uint tag) => FieldCodec.ForSInt64(tag);

    /// <inheritdoc/>
    public ulong ToVarint(long value) => Varint.ZigZag(value);

    /// <inheritdoc/>
    public long FromVarint(ulong value) => Varint.UnZigZag(value);
}

/// <summary>The codec of <c>bool</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoolCodec : IVarintCodec<bool>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public bool Default => default;

    /// <inheritdoc/>
    public bool Read(ref SpanReader reader) => reader.ReadBool();

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, bool value)
        where TWriter : struct, IFieldWriter => writer.WriteBool(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, bool value)
        where TWriter : struct, IFieldWriter => writer.WriteImplicitBool(tag, value);

    /// <inheritdoc/>
    public FieldCodec<bool> ToFieldCodec(uint tag) => FieldCodec.ForBool(tag);

    /// <inheritdoc/>
    public ulong ToVarint(bool value) => value ? 1UL : 0;

    /// <inheritdoc/>
    public bool FromVarint(ulong value) => value != 0;
}
