using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Reads fields from contiguous memory or from Google.Protobuf's <see cref="ParseContext"/>.</summary>
/// <remarks>
/// The memory is pinned while the reader is used. On malformed memory the reader throws <see cref="HandOverException"/>, and
/// Google.Protobuf reads it again and throws the error. With a context the memory is the context's buffer if that is known, and empty
/// otherwise: the fast paths then fail without an extra test, and the slow paths read from the context.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe partial struct FieldReader
{
    /// <summary>Google.Protobuf's default limit for the depth of nested messages and groups.</summary>
    internal const int RecursionLimit = 100;

    private byte* _position;
    private byte* _end;
    private readonly byte* _start;
    private int _depth;
    private readonly void* _context;

    // The tag of the next field; 0 at the end of the message.
    private uint _tag;

    // Where the last pass over the fields began. A context can have moved although the pointer is the same, so its moves are counted, too.
    private byte* _passStart;
    private int _passStartMoves;
    private int _moves;

    // The start and end of the last tag that has more bytes or bits than it needs. The start of any other tag follows from its size.
    private byte* _longTagStart;
    private byte* _longTagEnd;

    // Where the last unknown field ended, its tag, and the depth of its message.
    private byte* _unknownEnd;
    private uint _unknownTag;
    private int _unknownDepth;

    private FieldReader(byte* start, int length)
    {
        _position = start;
        _end = start + length;
        _start = null;
        _depth = 0;
        _context = null;
        _tag = 0;
        _passStart = null;
        _passStartMoves = _moves = 0;
        _longTagStart = _longTagEnd = null;
        _unknownEnd = null;
        _unknownTag = 0;
        _unknownDepth = 0;
    }

    /// <summary>Parses all of <paramref name="data"/>; returns false if an end-group tag ends the message earlier.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> data, Message message) => Read(data, message) == data.Length;

    /// <summary>Parses <paramref name="data"/> up to its end or an end-group tag and returns the number of bytes read.</summary>
    internal static int Read(ReadOnlySpan<byte> data, Message message)
    {
        fixed (byte* start = data)
        {
            var reader = new FieldReader(start, data.Length);
            reader.Advance();
            message._Read(ref reader);
            return (int)(reader._position - start);
        }
    }

    /// <summary>Reads the next field's tag and returns it; 0 at the end of the message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint ReadTag()
    {
        var rest = _end - _position;
        if (rest >= 2)
        {
            uint tag = *_position;
            if (tag - 8 < 0x78)
            {
                _position++;
                return tag;
            }
            uint second = _position[1];
            if (tag >= 0x80 && second - 1 < 0x7F)
            {
                _position += 2;
                return (tag & 0x7F) | (second << 7);
            }
        }
        else if (rest == 0 && _context == null)
        {
            return 0;
        }
        return ReadTagSlow();
    }

    /// <summary>Skips the next tag if it is <paramref name="tag"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Next(uint tag)
    {
        if (tag < 0x80)
        {
            if (_position >= _end || *_position != tag)
                return false;
            _position++;
            return true;
        }
        if (tag >= 0x4000)
            return NextLong(tag);
        if (_end - _position < 2 || _position[0] != (byte)(tag | 0x80) || _position[1] != tag >> 7)
            return false;
        _position += 2;
        return true;
    }

    private bool NextLong(uint tag)
    {
        if (_end - _position < Varint.Size(tag))
            return false;
        var position = _position;
        for (; tag >= 0x80; tag >>= 7)
        {
            if (*position++ != (byte)(tag | 0x80))
                return false;
        }

        if (*position++ != tag)
            return false;
        _position = position;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint ReadTagSlow()
    {
        if (_context != null)
            return ReadContextTag();
        if (_position == _end)
            return 0;
        var start = _position;
        var tag = ReadVarint();
        // Google.Protobuf ignores the bits above the lower 32.
        var number = (uint)tag;
        if (number < 8)
            HandOver();
        if (number != tag || _position - start != Varint.Size(number))
        {
            _longTagStart = start;
            _longTagEnd = _position;
        }
        return number;
    }

    /// <summary>Returns the start of the tag that was just read.</summary>
    private readonly byte* StartOf(uint tag) => _position == _longTagEnd ? _longTagStart : _position - Varint.Size(tag);

    /// <summary>Reads a length and checks that enough bytes follow.</summary>
    private int ReadLength()
    {
        var length = (uint)ReadVarint();
        if (length > (ulong)(_end - _position))
            HandOver();
        return (int)length;
    }

    [DoesNotReturn]
    private static void HandOver() => throw new HandOverException();
}
