using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>Writes an <c>int32</c>.</summary>
    public void WriteInt32(uint tag, int value) => WriteVarint(tag, (ulong)(long)value);

    /// <summary>Writes an <c>int32</c> unless it is the default.</summary>
    public void WriteImplicitInt32(uint tag, int value)
    {
        if (value != 0)
            WriteVarint(tag, (ulong)(long)value);
    }

    /// <summary>Writes an <c>int64</c>.</summary>
    public void WriteInt64(uint tag, long value) => WriteVarint(tag, (ulong)value);

    /// <summary>Writes an <c>int64</c> unless it is the default.</summary>
    public void WriteImplicitInt64(uint tag, long value)
    {
        if (value != 0)
            WriteVarint(tag, (ulong)value);
    }

    /// <summary>Writes a <c>uint32</c>.</summary>
    public void WriteUInt32(uint tag, uint value) => WriteVarint(tag, value);

    /// <summary>Writes a <c>uint32</c> unless it is the default.</summary>
    public void WriteImplicitUInt32(uint tag, uint value)
    {
        if (value != 0)
            WriteVarint(tag, value);
    }

    /// <summary>Writes a <c>uint64</c>.</summary>
    public void WriteUInt64(uint tag, ulong value) => WriteVarint(tag, value);

    /// <summary>Writes a <c>uint64</c> unless it is the default.</summary>
    public void WriteImplicitUInt64(uint tag, ulong value)
    {
        if (value != 0)
            WriteVarint(tag, value);
    }

    /// <summary>Writes a <c>sint32</c>.</summary>
    public void WriteSInt32(uint tag, int value) => WriteVarint(tag, Varint.ZigZag(value));

    /// <summary>Writes a <c>sint32</c> unless it is the default.</summary>
    public void WriteImplicitSInt32(uint tag, int value)
    {
        if (value != 0)
            WriteVarint(tag, Varint.ZigZag(value));
    }

    /// <summary>Writes a <c>sint64</c>.</summary>
    public void WriteSInt64(uint tag, long value) => WriteVarint(tag, Varint.ZigZag(value));

    /// <summary>Writes a <c>sint64</c> unless it is the default.</summary>
    public void WriteImplicitSInt64(uint tag, long value)
    {
        if (value != 0)
            WriteVarint(tag, Varint.ZigZag(value));
    }

    /// <summary>Writes an enum's number.</summary>
    public void WriteEnum(uint tag, int value) => WriteVarint(tag, (ulong)(long)value);

    /// <summary>Writes an enum's number unless it is the default.</summary>
    public void WriteImplicitEnum(uint tag, int value)
    {
        if (value != 0)
            WriteVarint(tag, (ulong)(long)value);
    }

    /// <summary>Writes a <c>bool</c>.</summary>
    public void WriteBool(uint tag, bool value)
    {
        if (_mode == WriterMode.Count)
            Count(tag, Varint.Size(tag) + sizeof(bool));
        else if (_end - _position >= Varint.MaxSize + sizeof(bool))
            PutBool(tag, value);
        else
            WriteVarintSlow(tag, value ? 1UL : 0);
    }

    /// <summary>Writes a <c>bool</c> unless it is the default.</summary>
    public void WriteImplicitBool(uint tag, bool value)
    {
        if (value)
            WriteBool(tag, value);
    }

    /// <summary>Writes a <c>fixed32</c> unless it is the default.</summary>
    public void WriteImplicitFixed32(uint tag, uint value)
    {
        if (value != 0)
            WriteFixed32(tag, value);
    }

    /// <summary>Writes a <c>fixed64</c> unless it is the default.</summary>
    public void WriteImplicitFixed64(uint tag, ulong value)
    {
        if (value != 0)
            WriteFixed64(tag, value);
    }

    /// <summary>Writes a <c>sfixed32</c>.</summary>
    public void WriteSFixed32(uint tag, int value) => WriteFixed32(tag, (uint)value);

    /// <summary>Writes a <c>sfixed32</c> unless it is the default.</summary>
    public void WriteImplicitSFixed32(uint tag, int value)
    {
        if (value != 0)
            WriteFixed32(tag, (uint)value);
    }

    /// <summary>Writes a <c>sfixed64</c>.</summary>
    public void WriteSFixed64(uint tag, long value) => WriteFixed64(tag, (ulong)value);

    /// <summary>Writes a <c>sfixed64</c> unless it is the default.</summary>
    public void WriteImplicitSFixed64(uint tag, long value)
    {
        if (value != 0)
            WriteFixed64(tag, (ulong)value);
    }

    /// <summary>Writes a <c>float</c>.</summary>
    public void WriteFloat(uint tag, float value) => WriteFixed32(tag, Bits.Of(value));

    /// <summary>Writes a <c>float</c> unless it is the default.</summary>
    public void WriteImplicitFloat(uint tag, float value)
    {
        // The bits are compared, because -0 is not the default.
        if (Bits.Of(value) != 0)
            WriteFixed32(tag, Bits.Of(value));
    }

    /// <summary>Writes a <c>double</c>.</summary>
    public void WriteDouble(uint tag, double value) => WriteFixed64(tag, Bits.Of(value));

    /// <summary>Writes a <c>double</c> unless it is the default.</summary>
    public void WriteImplicitDouble(uint tag, double value)
    {
        if (Bits.Of(value) != 0)
            WriteFixed64(tag, Bits.Of(value));
    }

    /// <summary>Writes a <c>fixed32</c>.</summary>
    public void WriteFixed32(uint tag, uint value)
    {
        if (_mode == WriterMode.Count)
            Count(tag, Varint.Size(tag) + sizeof(uint));
        else if (_end - _position >= Varint.MaxSize + sizeof(uint))
            PutFixed32(tag, value);
        else
            WriteFixed32Slow(tag, value);
    }

    /// <summary>Writes a <c>fixed64</c>.</summary>
    public void WriteFixed64(uint tag, ulong value)
    {
        if (_mode == WriterMode.Count)
            Count(tag, Varint.Size(tag) + sizeof(ulong));
        else if (_end - _position >= Varint.MaxSize + sizeof(ulong))
            PutFixed64(tag, value);
        else
            WriteFixed64Slow(tag, value);
    }

    // Counting is part of the inlined code, where the size of the tag is a constant. The slow paths are not inlined, because they would
    // make the code of a message several times as long.
    private void WriteVarint(uint tag, ulong value)
    {
        if (_mode == WriterMode.Count)
            Count(tag, Varint.Size(tag) + Varint.Size(value));
        else if (_end - _position >= 2 * Varint.MaxSize)
            _position = Varint.WriteWide(PutTag(_position, tag), value);
        else
            WriteVarintSlow(tag, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteVarintSlow(uint tag, ulong value)
    {
        if (_mode == WriterMode.Hash)
            Mix(tag, value);
        else if (Reserve(Varint.Size(tag) + Varint.Size(value)))
            PutVarint(tag, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteFixed32Slow(uint tag, uint value)
    {
        if (_mode == WriterMode.Hash)
            Mix(tag, value);
        else if (Reserve(Varint.Size(tag) + sizeof(uint)))
            PutFixed32(tag, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteFixed64Slow(uint tag, ulong value)
    {
        if (_mode == WriterMode.Hash)
            Mix(tag, value);
        else if (Reserve(Varint.Size(tag) + sizeof(ulong)))
            PutFixed64(tag, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutVarint(uint tag, ulong value) => _position = Varint.Write(PutTag(_position, tag), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutBool(uint tag, bool value)
    {
        var position = PutTag(_position, tag);
        *position = value ? (byte)1 : (byte)0;
        _position = position + sizeof(bool);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutFixed32(uint tag, uint value)
    {
        var position = PutTag(_position, tag);
        LittleEndian.WriteUInt32(position, value);
        _position = position + sizeof(uint);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutFixed64(uint tag, ulong value)
    {
        var position = PutTag(_position, tag);
        LittleEndian.WriteUInt64(position, value);
        _position = position + sizeof(ulong);
    }
}
