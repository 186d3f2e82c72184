using System.Globalization;

namespace ProtoGen.Runtime.Json;

/// <summary>Parses numbers in the form that JSON allows.</summary>
internal static unsafe class JsonNumber
{
    // Any number with up to 18 digits fits into 64 bits.
    private const int LongestShortInteger = 18;

    // Larger exponents have the same effect as this one: the number is too large, or zero.
    private const int LargestExponent = 100_000;

    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Returns the end of the number at <paramref name="position"/>, or null if there is no valid JSON number.</summary>
    public static byte* FindEnd(byte* position, byte* end)
    {
        if (position < end && *position == '-')
            position++;
        if (position == end || !IsDigit(*position))
            return null;
        var isZero = *position == '0';
        position = SkipDigits(position, end, out var count);
        if (isZero && count > 1)
            return null;
        if (position < end && *position == '.')
        {
            position = SkipDigits(position + 1, end, out count);
            if (count == 0)
                return null;
        }
        if (position < end && (*position | 0x20) == 'e')
        {
            position++;
            if (position < end && *position is (byte)'+' or (byte)'-')
                position++;
            position = SkipDigits(position, end, out count);
            if (count == 0)
                return null;
        }
        return position;
    }

    /// <summary>Reads an integer without decimals and exponent, and moves past it.</summary>
    /// <returns>False if there is no digit, if there are more than 18, or if the first of several is zero.</returns>
    public static bool TryReadShortInteger(ref byte* position, byte* end, out bool isNegative, out ulong magnitude)
    {
        isNegative = position < end && *position == '-';
        if (isNegative)
            position++;
        var first = position;
        magnitude = 0;
        while (position < end && IsDigit(*position) && position - first < LongestShortInteger)
            magnitude = magnitude * 10 + (uint)(*position++ - '0');
        return position > first && (*first != '0' || position == first + 1) && (position == end || !IsDigit(*position));
    }

    /// <summary>Parses a valid JSON number as an integer. Decimals and an exponent are allowed if the value is whole.</summary>
    /// <returns>Whether the number is an integer with a magnitude of at most 64 bits.</returns>
    public static bool TryReadInteger(ReadOnlySpan<byte> text, out bool isNegative, out ulong magnitude)
    {
        var decimals = Decompose(text, out isNegative, out var exponent);
        magnitude = 0;
        var digits = text[(isNegative ? 1 : 0)..decimals.End];
        // Trailing zeros of the significand are added to the exponent: 10.0 and 1.00e1 are integers.
        exponent -= decimals.Count;
        var last = digits.Length - 1;
        while (last >= 0 && digits[last] is (byte)'0' or (byte)'.')
            exponent += digits[last--] == '0' ? 1 : 0;
        if (last < 0)
            return true;
        if (exponent < 0)
            return false;
        for (var i = 0; i <= last; i++)
        {
            if (digits[i] != '.' && !TryAppend(ref magnitude, (uint)(digits[i] - '0')))
                return false;
        }
        for (; exponent > 0; exponent--)
        {
            if (!TryAppend(ref magnitude, 0))
                return false;
        }
        return true;
    }

    /// <summary>Parses a valid JSON number. A number that is too large becomes infinity.</summary>
    public static double ReadDouble(ReadOnlySpan<byte> text)
    {
        // With up to 15 digits and a power of ten up to 22 both are exact, so one operation rounds correctly.
        if (text.Length <= 16 && TryReadShort(text, out var value))
            return value;
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static bool TryReadShort(ReadOnlySpan<byte> text, out double value)
    {
        var decimals = Decompose(text, out var isNegative, out var exponent);
        ulong significand = 0;
        foreach (var c in text[(isNegative ? 1 : 0)..decimals.End])
            significand = c == '.' ? significand : significand * 10 + (uint)(c - '0');
        exponent -= decimals.Count;
        value = significand;
        if (exponent is < -22 or > 22 || significand > 999_999_999_999_999)
            return false;
        value = exponent < 0 ? value / Powers[-exponent] : value * Powers[exponent];
        if (isNegative)
            value = -value;
        return true;
    }

    /// <summary>Returns the end of the significand and the number of its decimals.</summary>
    private static (int End, int Count) Decompose(ReadOnlySpan<byte> text, out bool isNegative, out int exponent)
    {
        isNegative = text[0] == '-';
        exponent = 0;
        var end = text.IndexOfAny((byte)'e', (byte)'E');
        if (end >= 0)
        {
            exponent = ReadExponent(text[(end + 1)..]);
            text = text[..end];
        }
        var point = text.IndexOf((byte)'.');
        return (text.Length, point < 0 ? 0 : text.Length - point - 1);
    }

    private static int ReadExponent(ReadOnlySpan<byte> text)
    {
        var isNegative = text[0] == '-';
        var exponent = 0;
        foreach (var c in text)
        {
            if (IsDigit(c))
                exponent = Math.Min(LargestExponent, exponent * 10 + (c - '0'));
        }
        return isNegative ? -exponent : exponent;
    }

    private static bool TryAppend(ref ulong magnitude, uint digit)
    {
        if (magnitude > (ulong.MaxValue - digit) / 10)
            return false;
        magnitude = magnitude * 10 + digit;
        return true;
    }

    private static byte* SkipDigits(byte* position, byte* end, out int count)
    {
        var start = position;
        while (position < end && IsDigit(*position))
            position++;
        count = (int)Math.Min(position - start, int.MaxValue);
        return position;
    }

    private static bool IsDigit(byte c) => (uint)(c - '0') < 10;
}
