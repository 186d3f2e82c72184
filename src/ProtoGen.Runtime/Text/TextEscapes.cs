using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Decodes the escapes in a string of text format.</summary>
internal static class TextEscapes
{
    private const int LargestCodePoint = 0x10FFFF;

    /// <summary>Appends the value of a string token with its quotes. Invalid escapes are decoded as protoc does.</summary>
    public static void AppendTo(ref OutputBuffer output, ReadOnlySpan<byte> token)
    {
        var text = token[1..];
        if (text.EndsWith(token[..1]))
            text = text[..^1];
        int plain;
        while ((plain = text.IndexOf((byte)'\\')) >= 0 && plain + 1 < text.Length)
        {
            output.Add(text[..plain]);
            text = text[(plain + 1)..];
            text = text[AppendEscape(text, ref output)..];
        }
        output.Add(text);
    }

    private static int AppendEscape(ReadOnlySpan<byte> text, ref OutputBuffer output)
    {
        var c = text[0];
        if (c is >= (byte)'0' and <= (byte)'7')
        {
            var length = 0;
            var value = 0;
            for (; length < 3 && length < text.Length && text[length] is >= (byte)'0' and <= (byte)'7'; length++)
                value = value * 8 + (text[length] - '0');
            output.Add((byte)value);
            return length;
        }
        if (c is (byte)'x' or (byte)'X')
        {
            var length = 1;
            var value = 0;
            for (; length < 3 && length < text.Length && char.IsAsciiHexDigit((char)text[length]); length++)
                value = value * 16 + HexValue(text[length]);
            output.Add((byte)value);
            return length;
        }
        if (c is (byte)'u' or (byte)'U' && TryReadCodePoint(text, out var codePoint, out var read))
        {
            if (codePoint > LargestCodePoint)
                output.Add(Encoding.ASCII.GetBytes($"\\U{codePoint:x8}"));
            else if (IsSurrogate(codePoint))
                output.Add([(byte)(0xE0 | (codePoint >> 12)), (byte)(0x80 | ((codePoint >> 6) & 0x3F)), (byte)(0x80 | (codePoint & 0x3F))]);
            else
                output.Length += new Rune(codePoint).EncodeToUtf8(output.ReserveSpan(4));
            return read;
        }
        output.Add(c switch
        {
            (byte)'a' => (byte)'\a',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'v' => (byte)'\v',
            _ => c,
        });
        return 1;
    }

    /// <summary>Reads a <c>\u</c> or <c>\U</c> escape, or two that form a surrogate pair.</summary>
    private static bool TryReadCodePoint(ReadOnlySpan<byte> text, out int codePoint, out int length)
    {
        if (!TryReadDigits(text, out codePoint, out length))
            return false;
        var rest = text[length..];
        if (codePoint is >= 0xD800 and < 0xDC00
            && rest.Length > 1 && rest[0] == '\\' && rest[1] == 'u'
            && TryReadDigits(rest[1..], out var low, out var lowLength) && low is >= 0xDC00 and < 0xE000)
        {
            codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
            length += 1 + lowLength;
        }
        return true;
    }

    /// <summary>Reads the four digits after a <c>u</c>, or the eight after a <c>U</c>.</summary>
    public static bool TryReadDigits(ReadOnlySpan<byte> text, out int value, out int length)
    {
        value = 0;
        length = text[0] == 'u' ? 5 : 9;
        if (text.Length < length)
            return false;
        foreach (var digit in text[1..length])
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return false;
            value = value * 16 + HexValue(digit);
        }
        return true;
    }

    private static bool IsSurrogate(int codePoint) => codePoint is >= 0xD800 and < 0xE000;

    private static int HexValue(byte c) => char.IsAsciiDigit((char)c) ? c - '0' : (c | 0x20) - 'a' + 10;
}
