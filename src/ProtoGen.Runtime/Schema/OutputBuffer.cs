using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProtoGen.Runtime.Schema;

/// <summary>A growing buffer in a rented array.</summary>
/// <remarks>It is a mutable struct because the runtime keeps the fields of a struct in registers, unlike those of a class.</remarks>
internal struct OutputBuffer(int capacity)
{
    // The number of bytes that Open reserves for the length of content that may be long.
    private const int WideLength = 5;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; set; }

    public readonly ReadOnlySpan<byte> Written => _array.AsSpan(0, Length);

    public readonly ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, Length);

    /// <summary>Reserves room for <paramref name="size"/> more bytes and returns a reference to their start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Reserve(int size)
    {
        if (_array.Length - Length < size)
            Grow(size);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), Length);
    }

    /// <summary>Reserves room for at least <paramref name="size"/> more bytes and returns it.</summary>
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

    /// <summary>Reserves room for the length of content that follows; <see cref="Close"/> fills it in.</summary>
    /// <param name="isLarge">
    /// Whether the content may be long. Its length then gets five bytes, so that the content never has to be moved.
    /// </param>
    /// <returns>The position at which the content starts.</returns>
    public int Open(bool isLarge)
    {
        var size = isLarge ? WideLength : 1;
        Reserve(size);
        Length += size;
        return Length;
    }

    /// <summary>Fills in the length of the content that was written since <see cref="Open"/>.</summary>
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

    /// <summary>Writes a varint padded to five bytes, which every reader accepts.</summary>
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
