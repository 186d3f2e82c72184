using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace ProtoGen.Messages;

/// <summary>One-pass conversion between ASCII bytes and UTF-16, giving up at the first character that is not ASCII.</summary>
internal static unsafe class AsciiText
{
    private const uint HighBits4 = 0x80808080;
    private const ulong NotAscii4 = 0xFF80FF80FF80FF80;

    /// <summary>Widens <paramref name="count"/> bytes; false, with the destination half written, if one is above 0x7F.</summary>
    public static bool TryWiden(byte* source, char* destination, int count)
    {
#if NET
        if (count >= 16)
            return TryWidenVectors(source, destination, count);
#endif
        var at = 0;
        for (; at + 4 <= count; at += 4)
        {
            var four = Unsafe.ReadUnaligned<uint>(source + at);
            if ((four & HighBits4) != 0)
                return false;
            destination[at] = (char)source[at];
            destination[at + 1] = (char)source[at + 1];
            destination[at + 2] = (char)source[at + 2];
            destination[at + 3] = (char)source[at + 3];
        }
        uint seen = 0;
        for (; at < count; at++)
        {
            seen |= source[at];
            destination[at] = (char)source[at];
        }
        return seen < 0x80;
    }

    /// <summary>Narrows <paramref name="count"/> chars; false, with the destination half written, if one is above 0x7F.</summary>
    public static bool TryNarrow(char* source, byte* destination, int count)
    {
#if NET
        if (count >= 16)
            return TryNarrowVectors(source, destination, count);
#endif
        var at = 0;
        for (; at + 4 <= count; at += 4)
        {
            var four = Unsafe.ReadUnaligned<ulong>(source + at);
            if ((four & NotAscii4) != 0)
                return false;
            destination[at] = (byte)source[at];
            destination[at + 1] = (byte)source[at + 1];
            destination[at + 2] = (byte)source[at + 2];
            destination[at + 3] = (byte)source[at + 3];
        }
        uint seen = 0;
        for (; at < count; at++)
        {
            seen |= source[at];
            destination[at] = (byte)source[at];
        }
        return seen < 0x80;
    }

#if NET
    private static bool TryWidenVectors(byte* source, char* destination, int count)
    {
        var last = count - 16;
        for (var at = 0; ; at = Math.Min(at + 16, last))
        {
            var bytes = Vector128.Load(source + at);
            if (bytes.ExtractMostSignificantBits() != 0)
                return false;
            var (lower, upper) = Vector128.Widen(bytes);
            lower.Store((ushort*)destination + at);
            upper.Store((ushort*)destination + at + 8);
            if (at == last)
                return true;
        }
    }

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
