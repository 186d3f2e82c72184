using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProtoGen.Runtime.Json;

/// <summary>Formats numbers. The destination must have room for <see cref="LongestNumber"/> bytes.</summary>
internal static class NumberText
{
    /// <summary>The number of bytes that are enough for any double and any 64-bit integer.</summary>
    public const int LongestNumber = 32;

    // Outside of these bounds .NET writes numbers in scientific notation.
    private const double SmallestDecimal = 1e-4;
    private const double LargestDouble = 1e15;
    private const float LargestFloat = 1e6f;

    private const double DoubleScale = 1e6;
    private const int DoubleDecimals = 6;
    private const double FloatScale = 1e3;
    private const int FloatDecimals = 3;

    private static readonly ulong[] Powers =
    [
        0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    /// <summary>Formats an integer and returns its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ref byte destination, ulong value)
    {
        if (value < 10)
        {
            destination = (byte)('0' + value);
            return 1;
        }

        var length = CountDigits(value);
        WriteDigits(ref destination, value, length);
        return length;
    }

    /// <summary>Formats an integer and returns its length.</summary>
    public static int Write(ref byte destination, long value)
    {
        if (value >= 0)
            return Write(ref destination, (ulong)value);
        destination = (byte)'-';
        return 1 + Write(ref Unsafe.Add(ref destination, 1), 0 - (ulong)value);
    }

    /// <summary>Formats a finite number in its shortest form and returns its length.</summary>
    /// <remarks>
    /// Two decimals of at most 15 digits never round to the same double. So if such a decimal rounds to the value, it is the value's
    /// shortest form once its trailing zeros are removed. For a float the limit is 6 digits. Most numbers in messages have such a decimal.
    /// </remarks>
    public static int Write(ref byte destination, double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < LargestDouble && (long)value is var whole && whole == value && (whole != 0 || !double.IsNegative(value)))
            return Write(ref destination, whole);
        var scaled = Math.Round(value * DoubleScale);
        if (magnitude >= SmallestDecimal && Math.Abs(scaled) < LargestDouble && scaled / DoubleScale == value)
            return WriteDecimal(ref destination, (long)scaled, (ulong)DoubleScale, DoubleDecimals);
        return WriteShortest(ref destination, value);
    }

    /// <inheritdoc cref="Write(ref byte, double)"/>
    public static int Write(ref byte destination, float value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < LargestFloat && (long)value is var whole && whole == value && (whole != 0 || !float.IsNegative(value)))
            return Write(ref destination, whole);
        var scaled = Math.Round(value * FloatScale);
        if (magnitude >= SmallestDecimal && Math.Abs(scaled) < LargestFloat && (float)(scaled / FloatScale) == value)
            return WriteDecimal(ref destination, (long)scaled, (ulong)FloatScale, FloatDecimals);
        return WriteShortest(ref destination, value);
    }

    // "r" is the format of JsonFormatter. It differs from the default by writing "e" instead of "E".
    private static int WriteShortest<T>(ref byte destination, T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(MemoryMarshal.CreateSpan(ref destination, LongestNumber), out var length, "r", CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Formats <paramref name="scaled"/> divided by <paramref name="scale"/>, without trailing zeros.</summary>
    private static int WriteDecimal(ref byte destination, long scaled, ulong scale, int decimals)
    {
        var length = 0;
        if (scaled < 0)
            Unsafe.Add(ref destination, length++) = (byte)'-';
        var (whole, fraction) = Math.DivRem((ulong)Math.Abs(scaled), scale);
        length += Write(ref Unsafe.Add(ref destination, length), whole);
        Unsafe.Add(ref destination, length++) = (byte)'.';
        WriteDigits(ref Unsafe.Add(ref destination, length), fraction, decimals);
        length += decimals;
        while (Unsafe.Add(ref destination, length - 1) == '0')
            length--;
        return length;
    }

    /// <summary>Writes the last <paramref name="count"/> digits of a number.</summary>
    private static void WriteDigits(ref byte destination, ulong value, int count)
    {
        ref var pairs = ref MemoryMarshal.GetReference(Pairs);
        while (count >= 2)
        {
            count -= 2;
            (value, var pair) = Math.DivRem(value, 100);
            Unsafe.WriteUnaligned(
                ref Unsafe.Add(ref destination, count), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nuint)pair * 2)));
        }

        if (count > 0)
            destination = (byte)('0' + (value % 10));
    }

    // The number of bits times log10(2), which is about 1233/4096, is the number of digits or one less.
    private static int CountDigits(ulong value)
    {
        var digits = ((BitOperations.Log2(value) + 1) * 1233) >> 12;
        return value < Powers[digits] ? digits : digits + 1;
    }
}
