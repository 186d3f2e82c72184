using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of <c>fixed32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Fixed32Codec : IValueCodec<uint>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Fixed32;

    /// <inheritdoc/>
    public uint Default => default;

    /// <inheritdoc/>
    public uint Read(ref FieldReader reader) => reader.ReadFixed32();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, uint value) => writer.WriteFixed32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, uint value) => writer.WriteImplicitFixed32(tag, value);

    /// <inheritdoc/>
    public FieldCodec<uint> ToFieldCodec(uint tag) => FieldCodec.ForFixed32(tag);
}

/// <summary>The codec of <c>fixed64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Fixed64Codec : IValueCodec<ulong>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Fixed64;

    /// <inheritdoc/>
    public ulong Default => default;

    /// <inheritdoc/>
    public ulong Read(ref FieldReader reader) => reader.ReadFixed64();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, ulong value) => writer.WriteFixed64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, ulong value) => writer.WriteImplicitFixed64(tag, value);

    /// <inheritdoc/>
    public FieldCodec<ulong> ToFieldCodec(uint tag) => FieldCodec.ForFixed64(tag);
}

/// <summary>The codec of <c>sfixed32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SFixed32Codec : IValueCodec<int>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Fixed32;

    /// <inheritdoc/>
    public int Default => default;

    /// <inheritdoc/>
    public int Read(ref FieldReader reader) => reader.ReadSFixed32();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, int value) => writer.WriteSFixed32(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, int value) => writer.WriteImplicitSFixed32(tag, value);

    /// <inheritdoc/>
    public FieldCodec<int> ToFieldCodec(uint tag) => FieldCodec.ForSFixed32(tag);
}

/// <summary>The codec of <c>sfixed64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SFixed64Codec : IValueCodec<long>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Fixed64;

    /// <inheritdoc/>
    public long Default => default;

    /// <inheritdoc/>
    public long Read(ref FieldReader reader) => reader.ReadSFixed64();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, long value) => writer.WriteSFixed64(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, long value) => writer.WriteImplicitSFixed64(tag, value);

    /// <inheritdoc/>
    public FieldCodec<long> ToFieldCodec(uint tag) => FieldCodec.ForSFixed64(tag);
}

/// <summary>The codec of <c>float</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FloatCodec : IValueCodec<float>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Fixed32;

    /// <inheritdoc/>
    public float Default => default;

    /// <inheritdoc/>
    public float Read(ref FieldReader reader) => reader.ReadFloat();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, float value) => writer.WriteFloat(tag, value);

    /// <inheritdoc/>
    // By bits, as Google.Protobuf does in maps and wrappers, but not for a field: -0 is not the default here.
    public void WriteImplicit(ref FieldWriter writer, uint tag, float value)
    {
        if (Bits.Of(value) != 0)
            writer.WriteFloat(tag, value);
    }

    /// <inheritdoc/>
    public FieldCodec<float> ToFieldCodec(uint tag) => FieldCodec.ForFloat(tag);
}

/// <summary>The codec of <c>double</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleCodec : IValueCodec<double>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Fixed64;

    /// <inheritdoc/>
    public double Default => default;

    /// <inheritdoc/>
    public double Read(ref FieldReader reader) => reader.ReadDouble();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, double value) => writer.WriteDouble(tag, value);

    /// <inheritdoc/>
    // By bits, as Google.Protobuf does in maps and wrappers, but not for a field: -0 is not the default here.
    public void WriteImplicit(ref FieldWriter writer, uint tag, double value)
    {
        if (Bits.Of(value) != 0)
            writer.WriteDouble(tag, value);
    }

    /// <inheritdoc/>
    public FieldCodec<double> ToFieldCodec(uint tag) => FieldCodec.ForDouble(tag);
}
