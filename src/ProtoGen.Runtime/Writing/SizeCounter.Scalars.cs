using System.Runtime.CompilerServices;
using System.Text;
using Google.Protobuf;

namespace ProtoGen.Runtime;

public partial struct SizeCounter
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteInt32(uint tag, int value) => Size += Varint.Size(tag) + Varint.Size((ulong)(long)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitInt32(uint tag, int value)
    {
        if (value != 0)
            WriteInt32(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteInt64(uint tag, long value) => Size += Varint.Size(tag) + Varint.Size((ulong)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitInt64(uint tag, long value)
    {
        if (value != 0)
            WriteInt64(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteUInt32(uint tag, uint value) => Size += Varint.Size(tag) + Varint.Size(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitUInt32(uint tag, uint value)
    {
        if (value != 0)
            WriteUInt32(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteUInt64(uint tag, ulong value) => Size += Varint.Size(tag) + Varint.Size(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitUInt64(uint tag, ulong value)
    {
        if (value != 0)
            WriteUInt64(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSInt32(uint tag, int value) => Size += Varint.Size(tag) + Varint.Size(Varint.ZigZag(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitSInt32(uint tag, int value)
    {
        if (value != 0)
            WriteSInt32(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSInt64(uint tag, long value) => Size += Varint.Size(tag) + Varint.Size(Varint.ZigZag(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitSInt64(uint tag, long value)
    {
        if (value != 0)
            WriteSInt64(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteFixed32(uint tag, uint value) => Size += Varint.Size(tag) + sizeof(uint);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitFixed32(uint tag, uint value)
    {
        if (value != 0)
            WriteFixed32(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteFixed64(uint tag, ulong value) => Size += Varint.Size(tag) + sizeof(ulong);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitFixed64(uint tag, ulong value)
    {
        if (value != 0)
            WriteFixed64(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSFixed32(uint tag, int value) => Size += Varint.Size(tag) + sizeof(uint);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitSFixed32(uint tag, int value)
    {
        if (value != 0)
            WriteSFixed32(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSFixed64(uint tag, long value) => Size += Varint.Size(tag) + sizeof(ulong);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitSFixed64(uint tag, long value)
    {
        if (value != 0)
            WriteSFixed64(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteFloat(uint tag, float value) => Size += Varint.Size(tag) + sizeof(uint);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitFloat(uint tag, float value)
    {
        if (value != 0)
            WriteFloat(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteDouble(uint tag, double value) => Size += Varint.Size(tag) + sizeof(ulong);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitDouble(uint tag, double value)
    {
        if (value != 0)
            WriteDouble(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBool(uint tag, bool value) => Size += Varint.Size(tag) + 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitBool(uint tag, bool value)
    {
        if (value)
            WriteBool(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteEnum(uint tag, int value) => Size += Varint.Size(tag) + Varint.Size((ulong)(long)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitEnum(uint tag, int value)
    {
        if (value != 0)
            WriteEnum(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteString(uint tag, string value) => AddDelimited(tag, Encoding.UTF8.GetByteCount(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitString(uint tag, string value)
    {
        if (value.Length != 0)
            WriteString(tag, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBytes(uint tag, ByteString value) => AddDelimited(tag, value.Length);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitBytes(uint tag, ByteString value)
    {
        if (value.Length != 0)
            WriteBytes(tag, value);
    }
}
