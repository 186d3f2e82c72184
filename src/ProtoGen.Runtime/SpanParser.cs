using System.Buffers;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Parses messages by the span path: directly from memory, without Google.Protobuf's <see cref="ParseContext"/>.</summary>
internal static class SpanParser
{
    // Copying the segments costs a few percent of what the span path saves. Longer data is not copied, which bounds the memory.
    private const int LongestCopy = 1 << 20;

    // Both methods return false, with the message partly filled, if the data is malformed. Google.Protobuf then parses it again and throws
    // the error. It also parses long data in several segments, because it needs no copy.
    public static bool TryReadSpan(ReadOnlySpan<byte> data, Message message)
    {
        try
        {
            return FieldReader.TryRead(data, message);
        }
        catch (HandOverException)
        {
            return false;
        }
    }

    public static bool TryReadSequence(in ReadOnlySequence<byte> data, Message message)
    {
        if (data.IsSingleSegment)
            return TryReadSpan(data.First.Span, message);
        return data.Length <= LongestCopy && TryReadCopy(data, message);
    }

    private static bool TryReadCopy(in ReadOnlySequence<byte> data, Message message)
    {
        var length = (int)data.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            data.CopyTo(buffer);
            return TryReadSpan(buffer.AsSpan(0, length), message);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
