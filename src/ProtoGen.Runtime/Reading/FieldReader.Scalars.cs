using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>Reads an <c>int32</c>.</summary>
    public int ReadInt32() => (int)ReadVarint();

    /// <summary>Reads an <c>int64</c>.</summary>
    public long ReadInt64() => (long)ReadVarint();

    /// <summary>Reads a <c>uint32</c>.</summary>
    public uint ReadUInt32() => (uint)ReadVarint();

    /// <summary>Reads a <c>uint64</c>.</summary>
    public ulong ReadUInt64() => ReadVarint();

    /// <summary>Reads a <c>sint32</c>.</summary>
    public int ReadSInt32() => Varint.UnZigZag((uint)ReadVarint());

    /// <summary>Reads a <c>sint64</c>.</summary>
    public long ReadSInt64() => Varint.UnZigZag(ReadVarint());

    /// <summary>Reads the number of an enum value. Numbers without a name are kept.</summary>
    public int ReadEnum() => (int)ReadVarint();

    /// <summary>Reads a <c>bool</c>.</summary>
    public bool ReadBool() => ReadVarint() != 0;

    /// <summary>Reads a <c>fixed32</c>.</summary>
    public uint ReadFixed32()
    {
        if (_end - _position < sizeof(uint))
            return ReadContextFixed32();
        var value = LittleEndian.ReadUInt32(_position);
        _position += sizeof(uint);
        return value;
    }

    /// <summary>Reads a <c>fixed64</c>.</summary>
    public ulong ReadFixed64()
    {
        if (_end - _position < sizeof(ulong))
            return ReadContextFixed64();
        var value = LittleEndian.ReadUInt64(_position);
        _position += sizeof(ulong);
        return value;
    }

    /// <summary>Reads a <c>sfixed32</c>.</summary>
    public int ReadSFixed32() => (int)ReadFixed32();

    /// <summary>Reads a <c>sfixed64</c>.</summary>
    public long ReadSFixed64() => (long)ReadFixed64();

    /// <summary>Reads a <c>float</c>.</summary>
    public float ReadFloat()
    {
        var bits = ReadFixed32();
        return Unsafe.As<uint, float>(ref bits);
    }

    /// <summary>Reads a <c>double</c>.</summary>
    public double ReadDouble() => BitConverter.Int64BitsToDouble((long)ReadFixed64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong ReadVarint()
    {
        if (_position < _end && *_position < 0x80)
            return *_position++;
        return ReadVarintSlow();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadVarintSlow()
    {
#if NET
        if (BitConverter.IsLittleEndian && _end - _position >= sizeof(ulong))
        {
            var word = Unsafe.ReadUnaligned<ulong>(_position);
            if (Varint.TryDecode(word, out var value, out var size))
            {
                _position += size;
                return value;
            }
        }
#endif
        // Narrower integers and bools are the low bits of the same varint, so one method of the context reads all of them.
        return _context == null ? ReadVarintByBytes() : ReadContextVarint();
    }

    private ulong ReadVarintByBytes()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _end)
                HandOver();
            var next = *_position++;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        HandOver();
        return 0;
    }
}
