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
    public int Read(ref FieldReader reader) => reader.ReadInt32();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, int value) => writer.WriteInt32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, int value) => writer.WriteImplicitInt32(tag, value);

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
    public long Read(ref FieldReader reader) => reader.ReadInt64();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, long value) => writer.WriteInt64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, long value) => writer.WriteImplicitInt64(tag, value);

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
    public uint Read(ref FieldReader reader) => reader.ReadUInt32();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, uint value) => writer.WriteUInt32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, uint value) => writer.WriteImplicitUInt32(tag, value);

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
    public ulong Read(ref FieldReader reader) => reader.ReadUInt64();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, ulong value) => writer.WriteUInt64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, ulong value) => writer.WriteImplicitUInt64(tag, value);

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
    public int Read(ref FieldReader reader) => reader.ReadSInt32();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, int value) => writer.WriteSInt32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, int value) => writer.WriteImplicitSInt32(tag, value);

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
    public long Read(ref FieldReader reader) => reader.ReadSInt64();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, long value) => writer.WriteSInt64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, long value) => writer.WriteImplicitSInt64(tag, value);

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
    public bool Read(ref FieldReader reader) => reader.ReadBool();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, bool value) => writer.WriteBool(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, bool value) => writer.WriteImplicitBool(tag, value);

    /// <inheritdoc/>
    public FieldCodec<bool> ToFieldCodec(uint tag) => FieldCodec.ForBool(tag);

    /// <inheritdoc/>
    public ulong ToVarint(bool value) => value ? 1UL : 0;

    /// <inheritdoc/>
    public bool FromVarint(ulong value) => value != 0;
}
