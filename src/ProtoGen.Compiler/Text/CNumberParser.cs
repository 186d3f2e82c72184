using System.Globalization;

namespace ProtoGen.Compiler.Text;

/// <summary>Parses numbers as the C library does, which protoc uses for the default values that a descriptor holds as text.</summary>
internal static class CNumberParser
{
    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>
    /// Returns the canonical text of an integer, or null if the text is no integer. A value out of range is clamped to 64 bits as strtol
    /// does.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="isUnsigned">Whether the type is unsigned.</param>
    /// <param name="is64Bit">Whether the type has 64 bits. Otherwise only the low 32 bits of the value are used.</param>
    internal static string? ReadInteger(string text, bool isUnsigned, bool is64Bit)
    {
        var digits = text.TrimStart(WhiteSpace);
        var isNegative = digits.Length > 0 && digits[0] == '-';
        if (isNegative || (digits.Length > 0 && digits[0] == '+')) digits = digits.Substring(1);
        if (ReadMagnitude(digits) is not var (magnitude, overflows)) return null;
        if (isUnsigned)
        {
            var value = ToUnsigned(magnitude, isNegative, overflows);
            return (is64Bit ? value : (uint)value).ToString(CultureInfo.InvariantCulture);
        }

        var signed = ToSigned(magnitude, isNegative, overflows);
        return (is64Bit ? signed : (int)signed).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Reads a number as C++ does, which accepts neither a leading space nor a leading plus; null if the text is no number.
    /// </summary>
    internal static double? ReadDouble(string text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        var digits = isNegative ? text.Substring(1) : text;
        switch (digits.ToLowerInvariant())
        {
            case "inf" or "infinity": return isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            case "nan": return double.NaN;
            default: return IsDecimal(digits) ? NumberText.ParseDouble(text) : null;
        }
    }

    /// <summary>Returns whether the whole text is a decimal number, with or without a fraction and an exponent.</summary>
    private static bool IsDecimal(string text)
    {
        var position = SkipDigits(text, 0);
        var count = position;
        if (position < text.Length && text[position] == '.')
        {
            var end = SkipDigits(text, position + 1);
            count += end - position - 1;
            position = end;
        }

        if (count > 0 && position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-') position++;
            var end = SkipDigits(text, position);
            if (end == position) return false;
            position = end;
        }

        return count > 0 && position == text.Length;
    }

    private static (ulong Magnitude, bool Overflows)? ReadMagnitude(string text)
    {
        var radix = 10;
        if (text.Length > 1 && text[0] == '0') (radix, text) = text[1] is 'x' or 'X' ? (16, text.Substring(2)) : (8, text.Substring(1));
        if (text.Length == 0) return null;
        var (value, overflows) = (0UL, false);
        foreach (var c in text)
        {
            var digit = DigitOf(c);
            if (digit >= radix) return null;
            overflows |= value > (ulong.MaxValue - (ulong)digit) / (ulong)radix;
            value = unchecked((value * (ulong)radix) + (ulong)digit);
        }

        return (value, overflows);
    }

    private static ulong ToUnsigned(ulong magnitude, bool isNegative, bool overflows)
    {
        if (overflows) return ulong.MaxValue;
        return isNegative ? unchecked(0 - magnitude) : magnitude;
    }

    private static long ToSigned(ulong magnitude, bool isNegative, bool overflows)
    {
        if (isNegative) return overflows || magnitude > long.MaxValue ? long.MinValue : -(long)magnitude;
        return overflows || magnitude > long.MaxValue ? long.MaxValue : (long)magnitude;
    }

    private static int SkipDigits(string text, int position)
    {
        while (position < text.Length && Ascii.IsDigit(text[position])) position++;
        return position;
    }

    /// <summary>Returns the value of a digit of any radix up to 16; <see cref="int.MaxValue"/> for other characters.</summary>
    internal static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => int.MaxValue,
    };
}
