using System.Runtime.CompilerServices;
using System.Text;
#if NET
using System.Buffers;
using System.Text.Unicode;
#endif
using Google.Protobuf;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
#if NET
    private const int LongestOnStack = 512;
#endif

    private const int LongestLooked = 256;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a <c>string</c>.</summary>
    public string ReadString()
    {
        if (!HasShort() && _context != null)
            return ReadContextString();
        var length = ReadLength();
        if (length == 0)
            return "";
        var start = _position;
        _position += length;
        // Checking for ASCII first is cheaper than allocating a string that may not be used. For long text the decoder is as fast.
        if (length > LongestLooked || !AsciiText.IsAscii(start, length))
            return Decode(start, length);
        var text = new string('\0', length);
        fixed (char* destination = text)
            AsciiText.Widen(start, destination, length);
        return text;
    }

    /// <summary>Reads <c>bytes</c>.</summary>
    public ByteString ReadBytes()
    {
        if (!HasShort() && _context != null)
            return ReadContextBytes();
        var length = ReadLength();
        if (length == 0)
            return ByteString.Empty;
        var start = _position;
        _position += length;
        return ByteString.CopyFrom(new ReadOnlySpan<byte>(start, length));
    }

    /// <summary>Returns whether the memory contains a whole value whose length is one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool HasShort() => _position < _end && *_position < 0x80 && *_position < _end - _position;

    /// <summary>Decodes invalid UTF-8 with Google.Protobuf, because some versions replace invalid bytes and others throw.</summary>
    private string DecodeInvalid(byte* start, int length)
    {
        var prefixed = new byte[Varint.MaxSize + length];
        fixed (byte* prefix = prefixed)
        {
            var content = Varint.Write(prefix, (uint)length);
            new ReadOnlySpan<byte>(start, length).CopyTo(new Span<byte>(content, length));
            try
            {
                return new CodedInputStream(prefixed, 0, (int)(content - prefix) + length).ReadString();
            }
            catch (InvalidProtocolBufferException)
            {
                if (_context == null)
                    HandOver();
                // Google.Protobuf's context stops at this position, too.
                _position = start;
                Close();
                throw;
            }
        }
    }

    private string Decode(byte* start, int length)
    {
#if NET
        if (length <= LongestOnStack)
            return DecodeOnStack(start, length);
#endif
        try
        {
            return StrictUtf8.GetString(start, length);
        }
        catch (DecoderFallbackException)
        {
            return DecodeInvalid(start, length);
        }
    }

#if NET
    /// <summary>Decodes text in one pass, since on the stack its length need not be known first.</summary>
    [SkipLocalsInit]
    private string DecodeOnStack(byte* start, int length)
    {
        var chars = stackalloc char[LongestOnStack];
        var status = Utf8.ToUtf16(
            new ReadOnlySpan<byte>(start, length), new Span<char>(chars, LongestOnStack), out _, out var written,
            replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
            return DecodeInvalid(start, length);
        return new string(chars, 0, written);
    }
#endif
}
