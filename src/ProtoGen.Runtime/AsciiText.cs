using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace ProtoGen.Runtime;

/// <summary>Converts between ASCII bytes and UTF-16.</summary>
internal static unsafe class AsciiText
{
    private const uint HighBits4 = 0x80808080;
    private const ulong HighBits8 = 0x8080808080808080;
    private const ulong NotAscii4 = 0xFF80FF80FF80FF80;

    /// <summary>Returns whether all bytes are ASCII.</summary>
    public static bool IsAscii(byte* source, int count)
    {
        if (count >= sizeof(ulong))
            return IsLongAscii(source, count);
        if (count >= sizeof(uint))
            return ((Unsafe.ReadUnaligned<uint>(source) | Unsafe.ReadUnaligned<uint>(source + count - sizeof(uint))) & HighBits4) == 0;
        uint seen = 0;
        for (var at = 0; at < count; at++)
            seen |= source[at];
        return seen < 0x80;
    }

    /// <summary>Returns whether all chars are ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAscii(ref char source, int count)
    {
        if (count >= 4)
            return IsLongAscii(ref source, count);
        uint seen = 0;
        for (var at = 0; at < count; at++)
            seen |= Unsafe.Add(ref source, at);
        return seen < 0x80;
    }

    /// <summary>Converts <paramref name="count"/> ASCII bytes to UTF-16.</summary>
    public static void Widen(byte* source, char* destination, int count)
    {
#if NET
        if (count >= Vector128<byte>.Count)
        {
            WidenVectors(source, destination, count);
            return;
        }
        if (count >= sizeof(ulong))
        {
            WidenEight(source, destination);
            WidenEight(source + count - sizeof(ulong), destination + count - sizeof(ulong));
            return;
        }
#endif
        for (var at = 0; at < count; at++)
            destination[at] = (char)source[at];
    }

    /// <summary>
    /// Converts <paramref name="count"/> chars to ASCII; returns false, with the destination partly written, if one is not ASCII.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNarrow(char* source, byte* destination, int count)
    {
#if NET
        if (count >= 16)
            return TryNarrowVectors(source, destination, count);
#endif
        if (count >= 4)
            return TryNarrowFours(source, destination, count);
        uint seen = 0;
        for (var at = 0; at < count; at++)
        {
            seen |= source[at];
            destination[at] = (byte)source[at];
        }
        return seen < 0x80;
    }

    // In each of the following methods the last step overlaps the one before, so that no byte has to be processed alone.
    private static bool IsLongAscii(byte* source, int count)
    {
        var at = 0;
#if NET
        if (count >= Vector128<byte>.Count)
        {
            for (; at < count - Vector128<byte>.Count; at += Vector128<byte>.Count)
            {
                if (Vector128.Load(source + at).ExtractMostSignificantBits() != 0)
                    return false;
            }

            return Vector128.Load(source + count - Vector128<byte>.Count).ExtractMostSignificantBits() == 0;
        }
#endif
        for (; at < count - sizeof(ulong); at += sizeof(ulong))
        {
            if ((Unsafe.ReadUnaligned<ulong>(source + at) & HighBits8) != 0)
                return false;
        }

        return (Unsafe.ReadUnaligned<ulong>(source + count - sizeof(ulong)) & HighBits8) == 0;
    }

    private static bool TryNarrowFours(char* source, byte* destination, int count)
    {
        var last = count - 4;
        for (var at = 0; ; at = Math.Min(at + 4, last))
        {
            var four = Unsafe.ReadUnaligned<ulong>(source + at);
            if ((four & NotAscii4) != 0)
                return false;
            four = (four | (four >> 8)) & 0x0000FFFF0000FFFF;
            Unsafe.WriteUnaligned(destination + at, (uint)(four | (four >> 16)));
            if (at == last)
                return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLongAscii(ref char source, int count)
    {
        var at = 0;
#if NET
        if (count >= Vector128<ushort>.Count)
        {
            ref var units = ref Unsafe.As<char, ushort>(ref source);
            var last = count - Vector128<ushort>.Count;
            var all = Vector128.LoadUnsafe(ref units, (nuint)last);
            for (; at < last; at += Vector128<ushort>.Count)
                all |= Vector128.LoadUnsafe(ref units, (nuint)at);
            return (all & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
        }
#endif
        var seen = Four(ref source, count - 4);
        for (; at < count - 4; at += 4)
            seen |= Four(ref source, at);
        return (seen & NotAscii4) == 0;
    }

    private static ulong Four(ref char source, int at) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref source, at)));

#if NET
    private static void WidenVectors(byte* source, char* destination, int count)
    {
        var last = count - Vector128<byte>.Count;
        for (var at = 0; at < last; at += Vector128<byte>.Count)
            WidenSixteen(source + at, destination + at);
        WidenSixteen(source + last, destination + last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenSixteen(byte* source, char* destination)
    {
        var (lower, upper) = Vector128.Widen(Vector128.Load(source));
        lower.Store((ushort*)destination);
        upper.Store((ushort*)destination + Vector128<ushort>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenEight(byte* source, char* destination) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsByte()).Store((ushort*)destination);

    private static bool TryNarrowVectors(char* source, byte* destination, int count)
    {
        var notAscii = Vector128.Create((ushort)0xFF80);
        var last = count - 16;
        for (var at = 0; ; at = Math.Min(at + 16, last))
        {
            var lower = Vector128.Load((ushort*)source + at);
            var upper = Vector128.Load((ushort*)source + at + 8);
            if (((lower | upper) & notAscii) != Vector128<ushort>.Zero)
                return false;
            Vector128.Narrow(lower, upper).Store(destination + at);
            if (at == last)
                return true;
        }
    }
#endif
}
