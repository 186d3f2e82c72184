using System.Buffers;
using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Entry points of the span path for reading, called by generated <c>ParseFrom</c> methods.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpanParser
{
    private const int LongestCopy = 1 << 14;

    // Not generic, which makes generated code cheaper to compile (issue C).

    /// <summary>Reads <paramref name="data"/> into a new message.</summary>
    /// <param name="data">One whole message.</param>
    /// <param name="message">A message without content.</param>
    /// <param name="parser">The general path of that type, for what only it can tell: it throws what users expect.</param>
    /// <returns><paramref name="message"/>, or the general path's.</returns>
    /// <exception cref="InvalidProtocolBufferException"><paramref name="data"/> is no message of this type.</exception>
    public static IMessage ReadSpan(ReadOnlySpan<byte> data, ISpanMessage message, MessageParser parser) =>
        TryReadSpan(data, message) ? message : parser.ParseFrom(data);

    /// <summary>Reads <paramref name="data"/>, one message in one or more segments, into a new message.</summary>
    /// <inheritdoc cref="ReadSpan"/>
    public static IMessage ReadSequence(in ReadOnlySequence<byte> data, ISpanMessage message, MessageParser parser) =>
        TryReadSequence(data, message) ? message : parser.ParseFrom(data);

    // These two give false, with the message half filled, if only the general path can tell what is to be done.
    private static bool TryReadSpan(ReadOnlySpan<byte> data, ISpanMessage message)
    {
        try
        {
            return SpanReader.TryRead(data, message);
        }
        catch (HandOverException)
        {
            return false;
        }
    }

    internal static bool TryReadSequence(in ReadOnlySequence<byte> data, ISpanMessage message)
    {
        if (data.IsSingleSegment)
            return TryReadSpan(data.First.Span, message);
        if (data.Length <= LongestCopy)
            return TryReadCopy(data, message);
        MessageExtensions.MergeFrom(message, data);
        return true;
    }

    private static bool TryReadCopy(in ReadOnlySequence<byte> data, ISpanMessage message)
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
