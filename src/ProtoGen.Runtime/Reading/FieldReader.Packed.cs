using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>If the next field has this tag, reads one or more strings with the tag into a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadRepeatedString(uint tag, RepeatedField<string> field)
    {
        if (_tag != tag)
            return;
        ReadStrings(tag, field);
        Advance();
    }

    private void ReadStrings(uint tag, RepeatedField<string> field)
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

    /// <summary>If the next field has this tag, reads one or more values into a list, each with its tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>
    {
        if (_tag != tag)
            return;
        ReadUnpacked<T, TCodec>(tag, field);
        Advance();
    }

    private void ReadUnpacked<T, TCodec>(uint tag, RepeatedField<T> field)
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

    /// <summary>If the next field has this number, reads one or more varints, packed or not, into a list.</summary>
    /// <param name="tag">The tag of the packed form.</param>
    /// <param name="field">The list.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadPackedVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>
    {
        if (_tag == tag && _context == null)
            ReadPacked<T, TCodec>(field);
        else if (_tag == tag || _tag == Unpacked(tag, default(TCodec).WireType))
            ReadUnpacked<T, TCodec>(_tag, field);
        else
            return;
        Advance();
    }

    private void ReadPacked<T, TCodec>(RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>
    {
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

    /// <summary>If the next field has this number, reads one or more values of fixed size, packed or not, into a list.</summary>
    /// <param name="tag">The tag of the packed form.</param>
    /// <param name="field">The list.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadPackedFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>
    {
        if (_tag == tag && _context == null)
            ReadFixed<T, TCodec>(field);
        else if (_tag == tag || _tag == Unpacked(tag, default(TCodec).WireType))
            ReadUnpacked<T, TCodec>(_tag, field);
        else
            return;
        Advance();
    }

    private void ReadFixed<T, TCodec>(RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>
    {
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

    /// <summary>Returns the tag of a field whose values are not packed.</summary>
    private static uint Unpacked(uint tag, WireFormat.WireType wireType) => (tag & ~7u) | (uint)wireType;
}
