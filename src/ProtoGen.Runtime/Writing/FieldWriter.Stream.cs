using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

// The buffer collects small values for a WriteContext. Long values, and maps and extensions, whose order only the context knows, are
// written by the context itself after the buffer is flushed.
public unsafe partial struct FieldWriter
{
    private const int LongestInWindow = 256;
#if NET
    private const int ShortestCopy = 16;
#endif

    /// <summary>
    /// Creates a writer that passes all values to <paramref name="context"/>, which must outlive it. The caller must call <see
    /// cref="Flush"/> at the end.
    /// </summary>
    internal FieldWriter(byte* window, int length, ref WriteContext context)
        : this(window, length, WriterMode.Stream)
    {
#pragma warning disable CS8500 // A WriteContext lives on the stack and never moves.
#if NET9_0_OR_GREATER
        _context = Unsafe.AsPointer(ref context);
#else
        fixed (WriteContext* pointer = &context)
            _context = pointer;
#endif
    }

    private readonly ref WriteContext Context => ref *(WriteContext*)_context;
#pragma warning restore CS8500

    private readonly bool IsStream => _mode == WriterMode.Stream;

    /// <summary>Empties the buffer to make room for a few small values.</summary>
    private bool ReserveInWindow(int size)
    {
        Flush();
        return _end - _position >= size
            ? true
            : throw new InvalidOperationException("A value is longer than the buffer for small values.");
    }

    internal void Flush()
    {
        WriteRaw(ref Context, Written);
        _position = _start;
    }

    /// <summary>Writes raw bytes.</summary>
    /// <remarks>
    /// A context has no method for them. Where its buffer is not known, they are written as fixed64 values and one-byte tags.
    /// </remarks>
    internal static void WriteRaw(ref WriteContext context, ReadOnlySpan<byte> bytes)
    {
#if NET
        if (bytes.Length >= ShortestCopy && ContextOutput.TryWrite(ref context, bytes))
            return;
#endif
        fixed (byte* start = bytes)
        {
            var position = start;
            var end = start + bytes.Length;
            for (; end - position >= sizeof(ulong); position += sizeof(ulong))
                context.WriteFixed64(LittleEndian.ReadUInt64(position));
            for (; position < end; position++)
                context.WriteRawTag(*position);
        }
    }

    /// <summary>Flushes the buffer, writes the tag to the context, and returns the context.</summary>
    private ref WriteContext Begin(uint tag)
    {
        Flush();
        Context.WriteTag(tag);
        return ref Context;
    }

    private void StreamGroup(uint startTag, IMessage message)
    {
        Begin(startTag).WriteGroup(message);
        Context.WriteTag(startTag + 1);
    }

    private void StreamWrapped<T, TCodec>(uint tag, T value)
        where TCodec : struct, IValueCodec<T>
    {
        var innerTag = WireFormat.MakeTag(1, default(TCodec).WireType);
        var counter = Counter();
        default(TCodec).WriteImplicit(ref counter, innerTag, value);
        Begin(tag).WriteLength(counter.Length);
        default(TCodec).WriteImplicit(ref this, innerTag, value);
    }

    private void StreamRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>
    {
        if (_mode == WriterMode.Hash)
        {
            Mix(tag, (uint)field.GetHashCode());
            return;
        }
        Flush();
        field.WriteTo(ref Context, FieldCodecs<T, TCodec>.Writing(tag));
    }

    private void StreamMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        if (_mode == WriterMode.Hash)
        {
            Mix(tag, (uint)map.GetHashCode());
            return;
        }
        Flush();
        map.WriteTo(ref Context, MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>.Writing(tag));
    }
}
