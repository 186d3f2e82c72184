using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProtoGen.Runtime.Schema;

/// <summary>Bytes in a rented array that grows.</summary>
/// <remarks>A mutable struct that lives in one engine: its fields are in registers or near to hand, which a class would not give.</remarks>
internal struct OutputBuffer(int capacity)
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; set; }

    public readonly ReadOnlySpan<byte> Written => _array.AsSpan(0, Length);

    public readonly ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, Length);

    public readonly Span<byte> All => _array.AsSpan(0, Length);

    /// <summary>Makes room for <paramref name="size"/> more bytes and returns where they start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Reserve(int size)
    {
        if (_array.Length - Length < size)
            Grow(size);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), Length);
    }

    /// <summary>Makes room for <paramref name="size"/> more bytes.</summary>
    public Span<byte> ReserveSpan(int size)
    {
        if (_array.Length - Length < size)
            Grow(size);
        return _array.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value)
    {
        Reserve(1) = value;
        Length++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(ReserveSpan(bytes.Length));
        Length += bytes.Length;
    }

    public void AddVarint(ulong value)
    {
        ref var destination = ref Reserve(Varint.MaxSize);
        var size = 0;
        for (; value >= 0x80; value >>= 7)
            Unsafe.Add(ref destination, size++) = (byte)(value | 0x80);
        Unsafe.Add(ref destination, size++) = (byte)value;
        Length += size;
    }

    public void AddFixed32(uint value)
    {
        Unsafe.WriteUnaligned(
            ref Reserve(sizeof(uint)),
            BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value));
        Length += sizeof(uint);
    }

    public void AddFixed64(ulong value)
    {
        Unsafe.WriteUnaligned(
            ref Reserve(sizeof(ulong)),
            BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value));
        Length += sizeof(ulong);
    }

    /// <summary>Leaves room for a length before content of unknown size; <see cref="Close"/> fills it in.</summary>
    /// <param name="isLarge">Whether the content may be long: moving it again and again, level by level, would cost too much.</param>
    /// <returns>Where the content starts.</returns>
    public int Open(bool isLarge)
    {
        var size = isLarge ? WideLength : 1;
        Reserve(size);
        Length += size;
        return Length;
    }

    /// <summary>Fills in the length of what was written since <see cref="Open"/>.</summary>
    public void Close(int start, bool isLarge)
    {
        var length = Length - start;
        if (isLarge)
        {
            WriteWide(start - WideLength, (uint)length);
            return;
        }
        if (length >= 0x80)
        {
            var more = Varint.Size((uint)length) - 1;
            Reserve(more);
            _array.AsSpan(start, length).CopyTo(_array.AsSpan(start + more));
            Length += more;
        }
        var position = start - 1;
        for (; length >= 0x80; length >>= 7)
            _array[position++] = (byte)(length | 0x80);
        _array[position] = (byte)length;
    }

    public void Dispose()
    {
        var array = _array;
        _array = [];
        if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
    }

    private const int WideLength = 5;

    /// <summary>Writes a varint of five bytes whatever its value, which every reader accepts.</summary>
    private readonly void WriteWide(int position, uint length)
    {
        for (var i = 0; i < WideLength - 1; i++, length >>= 7)
            _array[position + i] = (byte)(length | 0x80);
        _array[position + WideLength - 1] = (byte)length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        var needed = (long)Length + size;
        if (needed > Array.MaxLength)
            throw new OutOfMemoryException("The output is larger than an array can be.");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _array.Length)));
        _array.AsSpan(0, Length).CopyTo(larger);
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
