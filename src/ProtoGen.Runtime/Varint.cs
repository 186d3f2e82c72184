#if NET
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics.X86;
#endif

namespace ProtoGen.Runtime;

/// <summary>Encodes and decodes varints, the variable-length encoding of integers.</summary>
internal static unsafe class Varint
{
    public const int MaxSize = 10;

    /// <summary>Returns the encoded size of <paramref name="value"/> in bytes: 1 to 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Size(ulong value)
    {
#if NET
        return ((BitOperations.Log2(value | 1) * 9) + 73) >> 6;
#else
        var size = 1;
        while ((value >>= 7) != 0)
            size++;
        return size;
#endif
    }

    /// <summary>Writes a varint and returns the position after it. The destination must have room for 10 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Write(byte* destination, ulong value)
    {
        if (value < 0x80)
        {
            *destination = (byte)value;
            return destination + 1;
        }
        return WriteLong(destination, value);
    }

    /// <summary>Writes like <see cref="Write"/>, but may overwrite 8 bytes even if the varint is shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* WriteWide(byte* destination, ulong value)
    {
        if (value < 0x80)
        {
            *destination = (byte)value;
            return destination + 1;
        }
#if NET
        if (Bmi2.X64.IsSupported && value < 1UL << 56)
        {
            var size = Size(value);
            var spread = Bmi2.X64.ParallelBitDeposit(value, 0x7F7F7F7F7F7F7F7F);
            var stops = 0x8080808080808080 & ((1UL << ((size - 1) * 8)) - 1);
            Unsafe.WriteUnaligned(destination, spread | stops);
            return destination + size;
        }
#endif
        return WriteLong(destination, value);
    }

    /// <summary>Returns how many varints end within the given bytes.</summary>
    public static int Count(byte* source, int length)
    {
        var count = 0;
        var at = 0;
#if NET
        for (; at + sizeof(ulong) <= length; at += sizeof(ulong))
            count += BitOperations.PopCount(~Unsafe.ReadUnaligned<ulong>(source + at) & 0x8080808080808080);
#endif
        for (; at < length; at++)
            count += (source[at] >> 7) ^ 1;
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte* WriteLong(byte* destination, ulong value)
    {
        do
        {
            *destination++ = (byte)(value | 0x80);
            value >>= 7;
        }
        while (value >= 0x80);
        *destination = (byte)value;
        return destination + 1;
    }

#if NET
    /// <summary>Decodes a varint from the 8 bytes of a little-endian word; returns false if the varint is longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDecode(ulong word, out ulong value, out int size)
    {
        var stops = ~word & 0x8080808080808080;
        size = (BitOperations.TrailingZeroCount(stops) + 1) >> 3;
        word &= stops ^ (stops - 1);
        if (Bmi2.X64.IsSupported)
        {
            value = Bmi2.X64.ParallelBitExtract(word, 0x7F7F7F7F7F7F7F7F);
        }
        else
        {
            word = (word & 0x007F007F007F007F) | ((word & 0x7F007F007F007F00) >> 1);
            word = (word & 0x00003FFF00003FFF) | ((word & 0x3FFF00003FFF0000) >> 2);
            value = (word & 0x000000000FFFFFFF) | ((word & 0x0FFFFFFF00000000) >> 4);
        }
        return stops != 0;
    }
#endif

    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    public static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    public static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    public static int UnZigZag(uint value) => (int)(value >> 1) ^ -(int)(value & 1);
}
