using System.Globalization;
using System.Text;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Resolves the escapes of a string token. The lexer has already reported invalid escapes.</summary>
internal static class StringLiteral
{
    /// <summary>The value that protoc assigns to a character that is neither a digit nor a letter.</summary>
    private const int NoDigit = 36;

    /// <summary>Appends the bytes that a string token denotes, from its opening quote to its end.</summary>
    public static void AppendTo(ByteBuffer buffer, byte[] text, int start, int end)
    {
        var quote = text[start];
        var position = start + 1;
        var tokenEnd = end;
        if (end > position && text[end - 1] == quote)
        {
            end--;
        }

        while (position < end)
        {
            var escape = Array.IndexOf(text, (byte)'\\', position, end - position);
            var plainEnd = escape < 0 ? end : escape;
            buffer.Append(text, position, plainEnd - position);
            position = plainEnd;
            if (position + 1 < end)
            {
                position = AppendEscape(buffer, text, position + 1, end, tokenEnd);
            }
            else if (position < end)
            {
                buffer.Append(text[position++]);
            }
        }
    }

    /// <summary>Appends the value of an escape and returns the offset after it.</summary>
    private static int AppendEscape(ByteBuffer buffer, byte[] text, int position, int end, int tokenEnd)
    {
        var kind = text[position];
        if (CharClass.IsOctalDigit(kind))
        {
            return AppendDigits(buffer, text, position, Math.Min(end, position + 3), 8);
        }

        if ((kind | 0x20) == 'x')
        {
            return AppendDigits(buffer, text, position + 1, Math.Min(end, position + 3), 16);
        }

        if ((kind | 0x20) == 'u')
        {
            return AppendUnicode(buffer, text, position, tokenEnd);
        }

        buffer.Append(Translate(kind));
        return position + 1;
    }

    private static int AppendDigits(ByteBuffer buffer, byte[] text, int position, int end, int radix)
    {
        var value = 0;
        while (position < end && (radix == 8 ? CharClass.IsOctalDigit(text[position]) : CharClass.IsHexDigit(text[position])))
        {
            value = (value * radix) + CharClass.HexValue(text[position++]);
        }

        buffer.Append((byte)value);
        return position;
    }

    private static int AppendUnicode(ByteBuffer buffer, byte[] text, int position, int end)
    {
        var length = text[position] == 'u' ? 4 : 8;
        if (!TryReadHex(text, position + 1, length, end, out var codePoint))
        {
            buffer.Append(text[position]);
            return position + 1;
        }

        position += 1 + length;
        var isHead = codePoint is >= 0xD800 and < 0xDC00;
        if (isHead && position + 1 < end && text[position] == '\\' && text[position + 1] == 'u'
            && TryReadHex(text, position + 2, 4, end, out var trail) && trail is >= 0xDC00 and < 0xE000)
        {
            codePoint = 0x10000 + ((codePoint - 0xD800) << 10) + (trail - 0xDC00);
            position += 6;
        }

        AppendCodePoint(buffer, codePoint);
        return position;
    }

    /// <summary>
    /// Reads a hexadecimal escape as protoc does. In an invalid escape, it reads any character as a digit, even the closing quote, because
    /// a message can contain the result.
    /// </summary>
    private static bool TryReadHex(byte[] text, int position, int length, int end, out uint value)
    {
        value = 0;
        if (position + length > end)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            var c = text[position + i];
            if (c == 0)
            {
                return false;
            }

            value = (value << 4) + (uint)(CharClass.IsAlphanumeric(c) && c != '_' ? CharClass.HexValue(c) : NoDigit);
        }

        return true;
    }

    /// <summary>
    /// Appends a code point in UTF-8. Lone surrogates are appended too. As in protoc, a number that is too large is appended as the text of
    /// the escape.
    /// </summary>
    private static void AppendCodePoint(ByteBuffer buffer, uint codePoint)
    {
        if (codePoint > 0x10FFFF)
        {
            var text = Encoding.ASCII.GetBytes("\\U" + codePoint.ToString("x8", CultureInfo.InvariantCulture));
            buffer.Append(text, 0, text.Length);
        }
        else if (codePoint < 0x80)
        {
            buffer.Append((byte)codePoint);
        }
        else
        {
            var following = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
            buffer.Append((byte)((following == 1 ? 0xC0u : following == 2 ? 0xE0u : 0xF0u) | (codePoint >> (6 * following))));
            for (var shift = 6 * (following - 1); shift >= 0; shift -= 6)
            {
                buffer.Append((byte)(0x80 | ((codePoint >> shift) & 0x3F)));
            }
        }
    }

    private static byte Translate(byte kind) => (char)kind switch
    {
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' or '\'' or '"' or '?' => kind,
        _ => (byte)'?',
    };
}
