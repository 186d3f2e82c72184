using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

// The memory is a window onto a WriteContext: small values go through it, and what is long or what only the context can
// order (maps, extensions) goes to the context itself, after what was before it.
public unsafe partial struct FieldWriter
{
    private const int LongestInWindow = 256;

    /// <summary>A writer that gives everything to <paramref name="context"/>, which must outlive it. To be flushed at the end.</summary>
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

    /// <summary>Makes room for a few small values.</summary>
    private bool ReserveInWindow(int size)
    {
        Flush();
        return _end - _position >= size
            ? true
            : throw new InvalidOperationException("A value is longer than the window that it is to go through.");
    }

    internal void Flush()
    {
        WriteRaw(ref Context, Written);
        _position = _start;
    }

    /// <summary>Writes raw bytes. A context has no method for them, so they are written as fixed64 values and one-byte tags.</summary>
    internal static void WriteRaw(ref WriteContext context, ReadOnlySpan<byte> bytes)
    {
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

    /// <summary>What was written so far is in the context, and so is the tag.</summary>
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
