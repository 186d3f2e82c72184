using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Parses integer tokens: decimal, octal with a leading 0, or hexadecimal with 0x.</summary>
internal static class IntegerLiteral
{
    /// <summary>Parses a token; returns false if the value is above the maximum or a digit does not fit the base.</summary>
    public static bool TryParse(byte[] text, int start, int end, ulong maximum, out ulong value)
    {
        value = 0;
        var position = start;
        uint radix = 10;
        if (text[position] == '0')
        {
            var isHex = position + 1 < end && (text[position + 1] | 0x20) == 'x';
            radix = isHex ? 16u : 8u;
            position += isHex ? 2 : 0;
        }

        ulong result = 0;
        for (; position < end; position++)
        {
            var digit = (uint)CharClass.HexValue(text[position]);
            if (digit >= radix || result > (ulong.MaxValue - digit) / radix)
            {
                return false;
            }

            result = (result * radix) + digit;
        }

        if (result > maximum)
        {
            return false;
        }

        value = result;
        return true;
    }
}
