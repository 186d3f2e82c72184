using System.Globalization;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Integers and escapes as C's library reads them, and protoc with it where a descriptor holds a default as text.</summary>
internal static class CText
{
    private static readonly char[] s_whiteSpace = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>The canonical text of an integer of this type; null if the text is no integer. What is out of range is cut as in C.</summary>
    internal static string? ReadInteger(string text, FieldType type)
    {
        var isUnsigned = type is FieldType.UInt32 or FieldType.Fixed32 or FieldType.UInt64 or FieldType.Fixed64;
        var digits = text.TrimStart(s_whiteSpace);
        var isNegative = digits.Length > 0 && digits[0] == '-';
        if (isNegative || (digits.Length > 0 && digits[0] == '+')) digits = digits.Substring(1);
        if (ReadMagnitude(digits) is not var (magnitude, overflows)) return null;
        var bits = isUnsigned ? ToUnsigned(magnitude, isNegative, overflows) : (ulong)ToSigned(magnitude, isNegative, overflows);
        return type switch
        {
            FieldType.UInt32 or FieldType.Fixed32 => ((uint)bits).ToString(CultureInfo.InvariantCulture),
            FieldType.UInt64 or FieldType.Fixed64 => bits.ToString(CultureInfo.InvariantCulture),
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => ((long)bits).ToString(CultureInfo.InvariantCulture),
            _ => ((int)bits).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whether the text is a decimal number, perhaps with a fraction and an exponent, and nothing else.</summary>
    internal static bool IsDecimal(string text)
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

    /// <summary>Resolves escapes; null if one is wrong.</summary>
    internal static byte[]? Unescape(byte[] text)
    {
        var bytes = new ByteBuffer();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '\\') bytes.Append(text[i++]);
            else if (!TryUnescape(text, ref i, bytes)) return null;
        }

        return bytes.ToArray();
    }

    private static bool TryUnescape(byte[] text, ref int position, ByteBuffer bytes)
    {
        if (++position == text.Length) return false;
        var letter = (char)text[position++];
        if (letter is >= '0' and <= '7')
        {
            position--;
            return TryReadDigits(text, ref position, position + 3, radix: 8, bytes);
        }

        if (letter is 'x' or 'X') return TryReadDigits(text, ref position, text.Length, radix: 16, bytes);
        var index = "abfnrtv\\?'\"".IndexOf(letter);
        if (index < 0) return false;
        bytes.Append((byte)"\a\b\f\n\r\t\v\\?'\""[index]);
        return true;
    }

    private static bool TryReadDigits(byte[] text, ref int position, int end, int radix, ByteBuffer bytes)
    {
        var (start, value) = (position, 0);
        while (position < Math.Min(end, text.Length) && DigitOf((char)text[position]) is var digit && digit < radix && value <= byte.MaxValue)
        {
            value = (value * radix) + digit;
            position++;
        }

        bytes.Append((byte)value);
        return position > start && value <= byte.MaxValue;
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
        while (position < text.Length && text[position] is >= '0' and <= '9') position++;
        return position;
    }

    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => int.MaxValue,
    };
}
