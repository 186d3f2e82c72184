using System.Text;
#if NET
using System.Buffers;
using System.Runtime.CompilerServices;
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
        if (_context != null)
            return Context.ReadString();
        var length = ReadLength();
        if (length == 0)
            return "";
        var start = _position;
        _position += length;
        // Looked at first, as a string for nothing would cost more than a second look. With long text the decoder does as well.
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
        if (_context != null)
            return Context.ReadBytes();
        var length = ReadLength();
        if (length == 0)
            return ByteString.Empty;
        var start = _position;
        _position += length;
        return ByteString.CopyFrom(new ReadOnlySpan<byte>(start, length));
    }

    /// <summary>Lets Google.Protobuf decide about invalid UTF-8: some versions replace it, others throw.</summary>
    private static string DecodeInvalid(byte* start, int length)
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
                HandOver();
                throw;
            }
        }
    }

    private static string Decode(byte* start, int length)
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
    /// <summary>In one pass, as the string's length need not be known before.</summary>
    [SkipLocalsInit]
    private static string DecodeOnStack(byte* start, int length)
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
