using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>Reads one or more strings into a list.</summary>
    public void ReadRepeatedString(uint tag, RepeatedField<string> field)
    {
        if (_context != null || !RepeatedFieldAccess<string>.TryReserve(field, CountDelimited(tag), out var free))
        {
            do
                field.Add(ReadString());
            while (Next(tag));
            return;
        }
        ref var count = ref RepeatedFieldAccess<string>.CountOf(field);
        for (var i = 0; i < free.Length; i++)
        {
            free[i] = ReadString();
            count++;
            Next(tag);
        }
    }

    /// <summary>Reads one or more values into a list, each with its tag.</summary>
    public void ReadRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>
    {
        if (_context != null)
        {
            field.AddEntriesFrom(ref Close(tag), FieldCodecs<T, TCodec>.Reading);
            return;
        }
        do
            field.Add(default(TCodec).Read(ref this));
        while (Next(tag));
    }

    /// <summary>Reads one or more varints into a list. <paramref name="tag"/> shows whether they are packed.</summary>
    public void ReadPackedVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>
    {
        if (_context != null || !IsPacked(tag))
        {
            ReadRepeated<T, TCodec>(tag, field);
            return;
        }
        var length = ReadLength();
        if (length == 0)
            return;
        var source = _position;
        _position += length;
        if (_position[-1] >= 0x80)
            HandOver();
        var count = Varint.Count(source, length);
        T[]? copy = null;
        if (!RepeatedFieldAccess<T>.TryAppend(field, count, out var added))
            added = copy = new T[count];
        foreach (ref var value in added)
            value = default(TCodec).FromVarint(NextPacked(ref source, _position));
        if (copy != null)
            field.AddRange(copy);
    }

    /// <summary>Reads a packed varint. It ends before <paramref name="end"/>, because the last varint does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NextPacked(ref byte* source, byte* end)
    {
        if (*source < 0x80)
            return *source++;
#if NET
        if (BitConverter.IsLittleEndian
            && end - source >= sizeof(ulong)
            && Varint.TryDecode(Unsafe.ReadUnaligned<ulong>(source), out var value, out var size))
        {
            source += size;
            return value;
        }
#endif
        return NextPackedByBytes(ref source);
    }

    private static ulong NextPackedByBytes(ref byte* source)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = *source++;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        HandOver();
        return 0;
    }

    /// <summary>Reads one or more values of fixed size into a list. <paramref name="tag"/> shows whether they are packed.</summary>
    public void ReadPackedFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>
    {
        if (_context != null || !IsPacked(tag))
        {
            ReadRepeated<T, TCodec>(tag, field);
            return;
        }
        var length = ReadLength();
        var end = _position + length;
        if (length % sizeof(T) != 0)
            HandOver();
        if (BitConverter.IsLittleEndian
            && RepeatedFieldAccess<T>.TryAppend(field, length / sizeof(T), out var added))
        {
            new ReadOnlySpan<byte>(_position, length).CopyTo(MemoryMarshal.AsBytes(added));
            _position = end;
            return;
        }
        while (_position < end)
            field.Add(default(TCodec).Read(ref this));
    }

    private static bool IsPacked(uint tag) => (WireFormat.WireType)(tag & 7) == WireFormat.WireType.LengthDelimited;
}
