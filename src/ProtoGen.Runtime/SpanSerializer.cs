using System.Buffers;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Serializes messages by the span path: directly into memory, without Google.Protobuf's <see cref="WriteContext"/>.</summary>
internal static unsafe class SpanSerializer
{
    private const int StackScratch = 512;
    private const int StreamWindow = 1024;
    private const int LongestCopy = 1 << 16;
    private const int SmallestLarge = ScratchBuffer.Size == 0 ? StackScratch : FieldWriter.LargeValue;

    /// <summary>Serializes a message into a new array.</summary>
    public static byte[] ToByteArray(Message message) =>
        TypeHistory.LargeMessages.Contains(message) ? ToLargeArray(message) : ToArray(message);

    // Measuring costs less than filling a scratch buffer that is too small.
    private static byte[] ToLargeArray(Message message)
    {
        var size = MeasureLarge(message);
#if NET
        var array = GC.AllocateUninitializedArray<byte>(size);
#else
        var array = new byte[size];
#endif
        WriteSized(message, array);
        return array;
    }

    /// <summary>Returns the size of a message that is probably large.</summary>
    private static int MeasureLarge(Message message)
    {
        var size = message.CalculateSize();
        if (size < SmallestLarge)
            TypeHistory.LargeMessages.Remove(message);
        return size;
    }

    [SkipLocalsInit]
    private static byte[] ToArray(Message message)
    {
        var scratch = stackalloc byte[StackScratch];
        var writer = new FieldWriter(scratch, StackScratch, WriterMode.Scratch);
        byte[] array;
        try
        {
            message.Write(ref writer);
            // Deliberately not AllocateUninitializedArray: zeroing first measured faster, because it brings the memory into the cache.
            array = new byte[writer.Length];
            if (writer.IsComplete)
                writer.Written.CopyTo(array);
        }
        finally
        {
            writer.Release();
        }
        if (!writer.IsComplete)
        {
            TypeHistory.LargeMessages.Add(message);
            WriteSized(message, array);
        }
        return array;
    }

    /// <summary>Serializes a message into a span of exactly its size.</summary>
    public static void WriteToSpan(Message message, Span<byte> output)
    {
        // Writing to a buffer with spare room is faster, since no field has to be measured. So a small message is written there and copied.
        if (output.Length > StackScratch - Varint.MaxSize
            ? !TryWrite(message, output, WriterMode.Exact)
            : !TryWriteCopy(message, output))
        {
            MessageExtensions.WriteTo(message, output);
        }
    }

    /// <summary>Serializes a message to Google.Protobuf's context, which may write to an array or to a stream.</summary>
    public static void WriteToContext(Message message, ref WriteContext output)
    {
        if (!TypeHistory.FailedDrafts.Contains(message))
        {
#if NET
            if (ContextOutput.TryWrite(ref output, message) ?? TryWriteDraft(message, ref output))
                return;
#else
            if (TryWriteDraft(message, ref output))
                return;
#endif
            TypeHistory.FailedDrafts.Add(message);
        }
        Stream(message, ref output);
    }

    [SkipLocalsInit]
    private static void Stream(Message message, ref WriteContext output)
    {
        var window = stackalloc byte[StreamWindow];
        var writer = new FieldWriter(window, StreamWindow, ref output);
        message.Write(ref writer);
        writer.Flush();
    }

    /// <summary>Tries to write the message in one pass; returns false if the output may require sorted maps.</summary>
    [SkipLocalsInit]
    private static bool TryWriteDraft(Message message, ref WriteContext output)
    {
        var scratch = stackalloc byte[StackScratch];
        var writer = new FieldWriter(scratch, StackScratch, WriterMode.Draft);
        try
        {
            message.Write(ref writer);
            if (writer.IsComplete)
                FieldWriter.WriteRaw(ref output, writer.Written);
            return writer.IsComplete;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Serializes a message to a buffer writer.</summary>
    /// <param name="message">The message.</param>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="expectedSize">The size of the message, or 0 if the caller does not know it.</param>
    public static void WriteToBuffer(Message message, IBufferWriter<byte> output, int expectedSize = 0)
    {
        if (output == null)
            throw new ArgumentNullException(nameof(output));
        if (expectedSize == 0 && TypeHistory.LargeMessages.Contains(message))
            expectedSize = MeasureLarge(message);
        if (expectedSize <= LongestCopy)
        {
            // A buffer with spare room lets the writer skip exact checks.
            var size = WriteAtOnce(message, output, expectedSize == 0 ? 0 : expectedSize + 2 * Varint.MaxSize);
            if (size == 0)
                return;
            TypeHistory.LargeMessages.Add(message);
            if (size <= LongestCopy)
            {
                WriteCopy(message, size, output);
                return;
            }
            expectedSize = size;
        }
        WriteLarge(message, expectedSize, output);
    }

    private static void WriteLarge(Message message, int size, IBufferWriter<byte> output)
    {
        // Some outputs have no buffer of this size in one piece.
        var span = output.GetSpan(size);
        if (span.Length < size)
        {
            MessageExtensions.WriteTo(message, output);
            return;
        }
        WriteSized(message, span.Slice(0, size));
        output.Advance(size);
    }

    private static void WriteCopy(Message message, int size, IBufferWriter<byte> output)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            WriteSized(message, buffer.AsSpan(0, size));
            CopyTo(output, buffer.AsSpan(0, size));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes in one pass and returns 0, or returns the required size if the memory is too small.</summary>
    private static int WriteAtOnce(Message message, IBufferWriter<byte> output, int sizeHint)
    {
        var span = output.GetSpan(sizeHint);
        fixed (byte* start = span)
        {
            var writer = new FieldWriter(start, span.Length, WriterMode.Scratch);
            try
            {
                message.Write(ref writer);
                if (!writer.IsComplete)
                    return writer.Length;
                if (writer.IsRented)
                    CopyTo(output, writer.Written);
                else
                    output.Advance(writer.Length);
                return 0;
            }
            finally
            {
                writer.Release();
            }
        }
    }

    /// <summary>Writes in pieces, as Google.Protobuf does, because some outputs cannot return a buffer of any size.</summary>
    private static void CopyTo(IBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
#if NET
        // ArrayBufferWriter can, and would otherwise grow in many steps.
        if (output is ArrayBufferWriter<byte>)
            output.GetSpan(bytes.Length);
#endif
        output.Write(bytes);
    }

    private static void WriteSized(Message message, Span<byte> output)
    {
        if (!TryWrite(message, output, output.Length > FieldWriter.LongestMoved ? WriterMode.Sized : WriterMode.Exact))
            throw new InvalidOperationException("The message was changed while it was written.");
    }

    [SkipLocalsInit]
    private static bool TryWriteCopy(Message message, Span<byte> output)
    {
        var scratch = stackalloc byte[StackScratch];
        var writer = new FieldWriter(scratch, StackScratch, WriterMode.Scratch);
        try
        {
            message.Write(ref writer);
            var fits = writer.IsComplete && writer.Length == output.Length;
            if (fits)
                writer.Written.CopyTo(output);
            return fits;
        }
        finally
        {
            writer.Release();
        }
    }

    private static bool TryWrite(Message message, Span<byte> output, WriterMode mode)
    {
        fixed (byte* start = output)
        {
            var writer = new FieldWriter(start, output.Length, mode);
            message.Write(ref writer);
            return writer.IsComplete && writer.Length == output.Length;
        }
    }
}
