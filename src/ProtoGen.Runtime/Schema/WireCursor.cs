using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime.Schema;

/// <summary>Reads the wire format from pinned memory.</summary>
internal unsafe struct WireCursor(byte* position, byte* end)
{
    public byte* Position = position;
    public readonly byte* End = end;

    public readonly bool IsAtEnd => Position == End;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadTag()
    {
        if (Position < End && *Position < 0x80)
            return *Position++;
        return (uint)ReadLongVarint();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadVarint()
    {
        if (Position < End && *Position < 0x80)
            return *Position++;
        return ReadLongVarint();
    }

    public uint ReadFixed32()
    {
        if (End - Position < sizeof(uint))
            ProtoErrors.ThrowMalformedWire();
        var value = LittleEndian.ReadUInt32(Position);
        Position += sizeof(uint);
        return value;
    }

    public ulong ReadFixed64()
    {
        if (End - Position < sizeof(ulong))
            ProtoErrors.ThrowMalformedWire();
        var value = LittleEndian.ReadUInt64(Position);
        Position += sizeof(ulong);
        return value;
    }

    /// <summary>Moves past length-delimited content and returns it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WireCursor ReadDelimited()
    {
        var length = ReadVarint();
        if (length > (ulong)(End - Position))
            ProtoErrors.ThrowMalformedWire();
        var start = Position;
        Position += (int)length;
        return new WireCursor(start, Position);
    }

    /// <summary>Moves past a group whose start tag was read, and returns its content.</summary>
    public WireCursor ReadGroup(uint startTag) => ReadGroup(startTag, FieldReader.RecursionLimit);

    /// <summary>Moves past the value of a field whose tag was read.</summary>
    public void Skip(uint tag) => Skip(tag, FieldReader.RecursionLimit);

    public readonly ReadOnlySpan<byte> Remaining => new(Position, (int)(End - Position));

    private void Skip(uint tag, int depthLeft)
    {
        switch ((int)(tag & 7))
        {
            case Wire.Varint:
                ReadVarint();
                break;
            case Wire.Fixed64:
                ReadFixed64();
                break;
            case Wire.Delimited:
                ReadDelimited();
                break;
            case Wire.Fixed32:
                ReadFixed32();
                break;
            case Wire.StartGroup:
                ReadGroup(tag, depthLeft - 1);
                break;
            default:
                ProtoErrors.ThrowMalformedWire();
                break;
        }
    }

    private WireCursor ReadGroup(uint startTag, int depthLeft)
    {
        if (depthLeft < 0)
            throw ProtoErrors.InvalidMessage("Protocol message had too many levels of nesting.");
        var start = Position;
        while (true)
        {
            var before = Position;
            var tag = ReadTag();
            if ((tag & 7) != Wire.EndGroup)
            {
                Skip(tag, depthLeft);
                continue;
            }
            if (tag != startTag + 1)
                ProtoErrors.ThrowMalformedWire();
            return new WireCursor(start, before);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadLongVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70 && Position < End; shift += 7)
        {
            var b = *Position++;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
        ProtoErrors.ThrowMalformedWire();
        return 0;
    }
}
