using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Wire;

/// <summary>
/// Reads protobuf's binary format from a range of a byte array. Malformed input sets <see cref="Failed"/> and never throws.
/// </summary>
internal struct WireReader
{
    /// <summary>The depth up to which protoc's parser accepts nested messages.</summary>
    public const int DepthLimit = 100;

    private readonly byte[] _bytes;
    private readonly int _end;
    private int _position;
    private int _tagStart;

    public WireReader(byte[] bytes)
        : this(bytes, 0, bytes.Length)
    {
    }

    public WireReader(byte[] bytes, int start, int length)
    {
        _bytes = bytes;
        _position = start;
        _end = start + length;
        _tagStart = start;
        Failed = false;
        FieldNumber = 0;
        WireType = default;
    }

    /// <summary>Gets whether the input was malformed.</summary>
    public bool Failed { get; private set; }

    /// <summary>Gets the number of the field whose tag was read last.</summary>
    public int FieldNumber { get; private set; }

    /// <summary>Gets the wire type of the field whose tag was read last.</summary>
    public WireType WireType { get; private set; }

    /// <summary>Gets the offset in the array of the tag that was read last.</summary>
    public readonly int TagStart => _tagStart;

    /// <summary>Gets the offset in the array of the next byte.</summary>
    public readonly int Position => _position;

    /// <summary>Gets the number of bytes that are left.</summary>
    public readonly int Remaining => _end - _position;

    /// <summary>Gets the array that is read.</summary>
    public readonly byte[] Bytes => _bytes;

    /// <summary>Marks the input as malformed.</summary>
    public void Fail() => Failed = true;

    /// <summary>Reads a tag; returns false at the end and on malformed input.</summary>
    public bool ReadTag()
    {
        if (Failed || _position >= _end) return false;
        _tagStart = _position;
        var tag = ReadVarint();
        FieldNumber = (int)(tag >> 3);
        WireType = (WireType)(tag & 7);
        if (tag > uint.MaxValue || FieldNumber == 0 || (int)WireType > 5) Failed = true;
        return !Failed;
    }

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (_position >= _end) break;
            var next = _bytes[_position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        Failed = true;
        return 0;
    }

    public uint ReadFixed32() => (uint)ReadFixed(4);

    public ulong ReadFixed64() => ReadFixed(8);

    /// <summary>Reads a length and skips that many bytes, which start at <paramref name="start"/>.</summary>
    public int ReadLength(out int start)
    {
        var length = ReadVarint();
        start = _position;
        if (Failed || length > (ulong)(_end - _position))
        {
            Failed = true;
            return 0;
        }

        _position += (int)length;
        return (int)length;
    }

    public byte[] ReadBytes()
    {
        var length = ReadLength(out var start);
        return Slice(start, length);
    }

    /// <summary>Returns a copy of a range of the array.</summary>
    public readonly byte[] Slice(int start, int length)
    {
        var copy = new byte[length];
        Buffer.BlockCopy(_bytes, start, copy, 0, length);
        return copy;
    }

    public string ReadString()
    {
        var length = ReadLength(out var start);
        return Utf8.GetString(_bytes, start, length);
    }

    /// <summary>Reads a length and returns a reader of that many bytes.</summary>
    public WireReader ReadMessage()
    {
        var length = ReadLength(out var start);
        return new WireReader(_bytes, start, length);
    }

    /// <summary>Returns a reader of the message that is the field's value, without moving past it.</summary>
    public readonly WireReader Peek()
    {
        var copy = this;
        return copy.ReadMessage();
    }

    /// <summary>Skips a message field or a group and returns a reader of its content.</summary>
    public WireReader ReadNested()
    {
        if (WireType == WireType.LengthDelimited) return ReadMessage();
        var isGroup = WireType == WireType.StartGroup;
        var start = _position;
        Skip();
        return new WireReader(_bytes, start, isGroup && !Failed ? _tagStart - start : 0);
    }

    /// <summary>Reads the raw bits of a varint or fixed value.</summary>
    public ulong ReadScalar(WireType type) => type switch
    {
        WireType.Varint => ReadVarint(),
        WireType.Fixed32 => ReadFixed32(),
        WireType.Fixed64 => ReadFixed64(),
        _ => Malformed(),
    };

    /// <summary>Skips the value of the field whose tag was read last. For a group, it skips the end tag too.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            switch (WireType)
            {
                case WireType.LengthDelimited:
                    ReadLength(out _);
                    break;
                case WireType.StartGroup:
                    depth++;
                    break;
                case WireType.EndGroup:
                    depth--;
                    break;
                default:
                    ReadScalar(WireType);
                    break;
            }
        }
        while (depth > 0 && ReadTag());

        if (depth != 0) Failed = true;
    }

    private ulong Malformed()
    {
        Failed = true;
        return 0;
    }

    private ulong ReadFixed(int size)
    {
        if (_end - _position < size) return Malformed();
        ulong value = 0;
        for (var i = 0; i < size; i++) value |= (ulong)_bytes[_position++] << (8 * i);
        return value;
    }
}
