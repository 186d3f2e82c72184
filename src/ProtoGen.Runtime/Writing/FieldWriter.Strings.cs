using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>The size from which a value is not written to scratch memory: the writer only counts what follows.</summary>
    internal const int LargeValue = 4096;

    private const int LongestInPlace = 1024;
    private const int LongestChecked = 256;

    /// <summary>Writes a <c>string</c> unless it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteImplicitString(uint tag, string value)
    {
        if (value.Length != 0)
            WriteString(tag, value);
    }

    /// <summary>Writes a <c>string</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteString(uint tag, string value)
    {
        if (_mode == WriterMode.Count)
            Count(tag, checked(Varint.Size(tag) + SizeOf(value)));
        else
            PutString(tag, value);
    }

    // Not inlined, because that would make the code of a message several times as long.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutString(uint tag, string value)
    {
        // A char needs at most three bytes: a surrogate pair, which is two chars, needs four.
        if (value.Length > LongestInPlace || _end - _position < 3 * value.Length + 2 * Varint.MaxSize)
        {
            WriteStringSlow(tag, value);
            return;
        }
        var position = PutTag(_position, tag);
        var content = position + (value.Length < 0x80 ? 1 : 2);
        fixed (char* source = value)
        {
            if (!AsciiText.TryNarrow(source, content, value.Length))
            {
                WriteStringSlow(tag, value);
                return;
            }
        }
        Varint.Write(position, (uint)value.Length);
        _position = content + value.Length;
    }

    /// <summary>Writes <c>bytes</c> unless they are empty.</summary>
    public void WriteImplicitBytes(uint tag, ByteString value)
    {
        if (value.Length != 0)
            WriteBytes(tag, value);
    }

    /// <summary>Writes <c>bytes</c>.</summary>
    public void WriteBytes(uint tag, ByteString value)
    {
        var length = value.Length;
        if (_mode == WriterMode.Count)
        {
            Count(tag, checked(Varint.Size(tag) + Varint.Size((uint)length) + length));
            return;
        }
        PutBytes(tag, value, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutBytes(uint tag, ByteString value, int length)
    {
        if (_mode >= WriterMode.Stream && TryWriteBytesDirectly(tag, value))
            return;
        if (!ReserveDelimited(tag, length))
            return;
        var content = Varint.Write(PutTag(_position, tag), (uint)length);
        value.Span.CopyTo(new Span<byte>(content, length));
        _position = content + length;
    }

    /// <summary>Hashes bytes, or passes long bytes to the context; returns false for short bytes.</summary>
    private bool TryWriteBytesDirectly(uint tag, ByteString value)
    {
        if (_mode == WriterMode.Hash)
        {
            if (value.Length != 0)
                Mix(tag, (uint)value.GetHashCode());
            return true;
        }
        if (value.Length <= LongestInWindow)
            return false;
        Begin(tag).WriteBytes(value);
        return true;
    }

    /// <summary>Returns the size of a string with its length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SizeOf(string value)
    {
        var length = value.Length;
        // For a long text, counting in one go is as fast.
        if (length > LongestChecked || !AsciiText.IsAscii(ref MemoryMarshal.GetReference(value.AsSpan()), length))
            length = Encoding.UTF8.GetByteCount(value);
        return checked(Varint.Size((uint)length) + length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteStringSlow(uint tag, string value)
    {
        if (_mode == WriterMode.Hash)
        {
            if (value.Length != 0)
                Mix(tag, (uint)value.GetHashCode());
            return;
        }
        if (IsStream && value.Length > LongestInWindow)
        {
            Begin(tag).WriteString(value);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        if (!ReserveDelimited(tag, length))
            return;
        var content = Varint.Write(PutTag(_position, tag), (uint)length);
        fixed (char* source = value)
            Encoding.UTF8.GetBytes(source, value.Length, content, length);
        _position = content + length;
    }

    /// <summary>Reserves room for a tag, a length and the content, or counts them; returns whether they can be written.</summary>
    private bool ReserveDelimited(uint tag, int length)
    {
        if (length >= LargeValue && IsScratch)
            StartCounting();
        return Reserve(checked(Varint.Size(tag) + Varint.Size((uint)length) + length));
    }
}
