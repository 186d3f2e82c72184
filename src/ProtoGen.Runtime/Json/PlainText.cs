using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProtoGen.Runtime.Json;

/// <summary>Copies text that needs no escapes in JSON.</summary>
/// <remarks>Most strings are short. Copying and searching for escapes in one pass costs half as much as two library calls.</remarks>
internal static class PlainText
{
    /// <summary>Copies UTF-8 text if it is ASCII and has no character that JSON output escapes.</summary>
    /// <returns>Whether all of it was copied. If not, the content of the destination is undefined.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCopy(ref byte source, ref byte destination, nuint length) =>
        length >= (nuint)Vector128<byte>.Count
            ? TryCopyLong(ref source, ref destination, length)
            : TryCopyShort(ref source, ref destination, length);

    private static bool TryCopyLong(ref byte source, ref byte destination, nuint length)
    {
        var last = length - (nuint)Vector128<byte>.Count;
        for (nuint at = 0; at < last; at += (nuint)Vector128<byte>.Count)
        {
            var text = Vector128.LoadUnsafe(ref source, at);
            text.StoreUnsafe(ref destination, at);
            if (HasEscape(text))
                return false;
        }

        var end = Vector128.LoadUnsafe(ref source, last);
        end.StoreUnsafe(ref destination, last);
        return !HasEscape(end);
    }

    // The two halves overlap if the length is not a power of two.
    private static bool TryCopyShort(ref byte source, ref byte destination, nuint length)
    {
        if (length >= sizeof(ulong))
        {
            var low = Read<ulong>(ref source, 0);
            var high = Read<ulong>(ref source, length - sizeof(ulong));
            Unsafe.WriteUnaligned(ref destination, low);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, length - sizeof(ulong)), high);
            return !HasEscape(Vector128.Create(low, high).AsByte());
        }

        if (length >= sizeof(uint))
        {
            var low = Read<uint>(ref source, 0);
            var high = Read<uint>(ref source, length - sizeof(uint));
            Unsafe.WriteUnaligned(ref destination, low);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, length - sizeof(uint)), high);
            return !HasEscape(Vector128.Create(low | ((ulong)high << 32)).AsByte());
        }

        if (length == 0)
            return true;
        var first = source;
        var middle = Unsafe.Add(ref source, length >> 1);
        var last = Unsafe.Add(ref source, length - 1);
        destination = first;
        Unsafe.Add(ref destination, length >> 1) = middle;
        Unsafe.Add(ref destination, length - 1) = last;
        return !HasEscape(Vector128.Create((uint)(first | (middle << 8) | (last << 16) | ('a' << 24))).AsByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref byte source, nuint at) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref source, at));

    /// <summary>Returns whether any byte is a control character, a quote, a backslash, an angle bracket or not ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasEscape(Vector128<byte> text)
    {
        // As signed bytes, bytes above 0x7F are negative and so less than a space. '<' and '>' differ in one bit.
        var found = Vector128.LessThan(text.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(text, Vector128.Create((byte)'"'))
            | Vector128.Equals(text, Vector128.Create((byte)'\\'))
            | Vector128.Equals(text | Vector128.Create((byte)('<' ^ '>')), Vector128.Create((byte)'>'))
            | Vector128.Equals(text, Vector128.Create((byte)0x7F));
        return found != Vector128<byte>.Zero;
    }
}
