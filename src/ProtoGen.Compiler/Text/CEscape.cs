namespace ProtoGen.Compiler.Text;

/// <summary>Resolves escapes as protoc does in the default values of bytes fields that a descriptor holds as text.</summary>
internal static class CEscape
{
    /// <summary>Resolves the escapes of a text; null if one is invalid.</summary>
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
        while (position < Math.Min(end, text.Length) && CNumberParser.DigitOf((char)text[position]) is var digit && digit < radix
            && value <= byte.MaxValue)
        {
            value = (value * radix) + digit;
            position++;
        }

        bytes.Append((byte)value);
        return position > start && value <= byte.MaxValue;
    }
}
