using System.Buffers;

namespace ProtoGen.Testing.Generated;

/// <summary>Bytes in several segments.</summary>
public static class Segments
{
    /// <summary>Returns a sequence of segments of <paramref name="size"/> bytes.</summary>
    public static ReadOnlySequence<byte> Of(byte[] data, int size)
    {
        var first = new Segment(ReadOnlyMemory<byte>.Empty, 0);
        var last = first;
        for (var at = 0; at < data.Length; at += size)
            last = last.Append(data.AsMemory(at, Math.Min(size, data.Length - at)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
