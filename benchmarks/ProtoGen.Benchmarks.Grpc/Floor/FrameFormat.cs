using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;
using ProtoGen.Messages;

namespace ProtoGen.Benchmarks.Grpc.Floor;

/// <summary>gRPC's framing by hand: a flag, which is 0 here, four bytes of length, and a message.</summary>
internal static class FrameFormat
{
    public const int HeaderSize = 5;

    /// <summary>Makes a frame in an array of the shared pool.</summary>
    public static ArraySegment<byte> Rent(ISpanMessage message)
    {
        var size = HeaderSize + message.CalculateSize();
        var frame = ArrayPool<byte>.Shared.Rent(size);
        Write(frame.AsSpan(0, size), message);
        return new ArraySegment<byte>(frame, 0, size);
    }

    public static void Write(IBufferWriter<byte> output, ISpanMessage message)
    {
        var size = HeaderSize + message.CalculateSize();
        Write(output.GetSpan(size)[..size], message);
        output.Advance(size);
    }

    /// <summary>Cuts the next payload off, if all of it is there.</summary>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> payload)
    {
        payload = default;
        if (buffer.Length < HeaderSize)
            return false;
        Span<byte> header = stackalloc byte[HeaderSize];
        buffer.Slice(0, HeaderSize).CopyTo(header);
        var length = BinaryPrimitives.ReadInt32BigEndian(header[1..]);
        if (buffer.Length < HeaderSize + length)
            return false;
        payload = buffer.Slice(HeaderSize, length);
        buffer = buffer.Slice(payload.End);
        return true;
    }

    private static void Write(Span<byte> frame, ISpanMessage message)
    {
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], frame.Length - HeaderSize);
        SpanSerializer.WriteToSpan(message, frame[HeaderSize..]);
    }
}
