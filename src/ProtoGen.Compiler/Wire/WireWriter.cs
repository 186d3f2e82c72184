using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Wire;

/// <summary>Writes protobuf's binary format into a buffer that grows and can be reused.</summary>
internal sealed class WireWriter
{
    private const int InitialCapacity = 256;

    private byte[] _buffer = new byte[InitialCapacity];

    /// <summary>Gets the number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Discards what was written and keeps the buffer.</summary>
    public void Clear() => Length = 0;

    /// <summary>Returns a copy of what was written.</summary>
    public byte[] ToArray() => Slice(0);

    /// <summary>Returns a copy of what was written from <paramref name="start"/> on.</summary>
    public byte[] Slice(int start)
    {
        var copy = new byte[Length - start];
        Buffer.BlockCopy(_buffer, start, copy, 0, copy.Length);
        return copy;
    }

    /// <summary>Copies what was written so far to a stream.</summary>
    public void CopyTo(Stream stream) => stream.Write(_buffer, 0, Length);

    /// <summary>Appends a range of what was written to another writer.</summary>
    public void CopyTo(WireWriter other, int start, int length) => other.WriteRaw(_buffer, start, length);

    /// <summary>Discards what was written from <paramref name="start"/> on.</summary>
    public void Truncate(int start) => Length = start;

    public void WriteTag(int number, WireType type) => WriteVarint(TagOf(number, type));

    /// <summary>Returns the tag of a field: its number and how its value is encoded.</summary>
    public static uint TagOf(int number, WireType type) => ((uint)number << 3) | (uint)type;

    /// <summary>Returns the number of bytes of a varint.</summary>
    public static int VarintSize(uint value)
    {
        var size = 1;
        for (; value >= 0x80; value >>= 7) size++;
        return size;
    }

    public void WriteVarint(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _buffer[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[Length++] = (byte)value;
    }

    public void WriteFixed32(uint value)
    {
        Reserve(4);
        for (var i = 0; i < 4; i++) _buffer[Length++] = (byte)(value >> (8 * i));
    }

    public void WriteFixed64(ulong value)
    {
        Reserve(8);
        for (var i = 0; i < 8; i++) _buffer[Length++] = (byte)(value >> (8 * i));
    }

    /// <summary>Writes bytes unchanged, without tag or length.</summary>
    public void WriteRaw(byte[] bytes, int start, int length)
    {
        Reserve(length);
        Buffer.BlockCopy(bytes, start, _buffer, Length, length);
        Length += length;
    }

    /// <summary>Writes an int32, an enum or a bool as a field.</summary>
    public void WriteInt32(int number, int value)
    {
        WriteTag(number, WireType.Varint);
        WriteVarint((ulong)value);
    }

    public void WriteBool(int number, bool value)
    {
        WriteTag(number, WireType.Varint);
        WriteVarint(value ? 1u : 0u);
    }

    public void WriteBytes(int number, byte[] bytes) => WriteBytes(number, bytes, 0, bytes.Length);

    public void WriteBytes(int number, byte[] bytes, int start, int length)
    {
        WriteTag(number, WireType.LengthDelimited);
        WriteVarint((uint)length);
        WriteRaw(bytes, start, length);
    }

    public void WriteString(int number, string value)
    {
        var start = BeginMessage(number);
        AppendText(value);
        EndMessage(start);
    }

    /// <summary>Writes a name with a leading dot, the form of type names in descriptors.</summary>
    public void WriteTypeName(int number, string fullName)
    {
        var start = BeginMessage(number);
        Reserve(1);
        _buffer[Length++] = (byte)'.';
        AppendText(fullName);
        EndMessage(start);
    }

    /// <summary>Writes the tag of a field whose length is not known yet. Pass the result to <see cref="EndMessage"/>.</summary>
    public int BeginMessage(int number)
    {
        WriteTag(number, WireType.LengthDelimited);
        Reserve(1);
        return ++Length;
    }

    /// <summary>Inserts the length of the message that was written since <paramref name="start"/> before it.</summary>
    public void EndMessage(int start)
    {
        var length = Length - start;
        if (length < 0x80)
        {
            _buffer[start - 1] = (byte)length;
            return;
        }

        var extra = VarintSize((uint)length) - 1;
        Reserve(extra);
        Buffer.BlockCopy(_buffer, start, _buffer, start + extra, length);
        Length = start - 1;
        WriteVarint((uint)length);
        Length += length;
    }

    private void AppendText(string value)
    {
        Reserve(value.Length);
        var position = Length;
        foreach (var c in value)
        {
            if (c >= 0x80)
            {
                var bytes = Utf8.GetBytes(value);
                WriteRaw(bytes, 0, bytes.Length);
                return;
            }

            _buffer[position++] = (byte)c;
        }

        Length = position;
    }

    private void Reserve(int count)
    {
        if (count <= _buffer.Length - Length) return;
        Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, checked(Length + count)));
    }
}
