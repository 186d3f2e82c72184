using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>
/// Reads fields from contiguous memory, which stays pinned meanwhile. On anything out of order it gives up with a
/// <see cref="HandOverException"/>, so that Google.Protobuf decides what to make of it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe partial struct SpanReader : IFieldReader
{
    private const int RecursionLimit = 100;

    private byte* _position;
    private byte* _end;
    private int _depth;

    private SpanReader(byte* start, int length)
    {
        _position = start;
        _end = start + length;
        _depth = 0;
    }

    /// <summary>Reads <paramref name="data"/> to its end; false if it ends with a group's end.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> data, ISpanMessage message)
    {
        fixed (byte* start = data)
        {
            var reader = new SpanReader(start, data.Length);
            message.MergeFrom(ref reader);
            return reader._position == reader._end;
        }
    }

    /// <summary>The next field's tag, or 0 at the end of the message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadTag()
    {
        if (_position < _end && (uint)(*_position - 8) < 0x78)
            return *_position++;
        return ReadTagSlow();
    }

    /// <summary>Takes the next tag if it is <paramref name="tag"/>. A guess that saves a search; false says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(uint tag)
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
            if (*position++ != (byte)(tag | 0x80))
                return false;
        if (*position++ != tag)
            return false;
        _position = position;
        return true;
    }

    private uint ReadTagSlow()
    {
        if (_position == _end)
            return 0;
        var start = _position;
        var tag = ReadVarint();
        if (tag > uint.MaxValue || tag < 8 || _position - start != Varint.Size(tag))
            HandOver();
        return (uint)tag;
    }

    /// <summary>Reads a length and checks that so many bytes are there.</summary>
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
