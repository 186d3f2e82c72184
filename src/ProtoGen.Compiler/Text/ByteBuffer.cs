namespace ProtoGen.Compiler.Text;

/// <summary>An array of bytes that grows.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[64];

    public int Length { get; private set; }

    public void Clear() => Length = 0;

    public void Append(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Append(byte[] source, int start, int length)
    {
        Reserve(length);
        Buffer.BlockCopy(source, start, _bytes, Length, length);
        Length += length;
    }

    public byte[] ToArray()
    {
        if (Length == 0)
        {
            return [];
        }

        var copy = new byte[Length];
        Buffer.BlockCopy(_bytes, 0, copy, 0, Length);
        return copy;
    }

    private void Reserve(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
        }
    }
}
