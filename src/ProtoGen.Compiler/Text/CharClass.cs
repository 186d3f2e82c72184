namespace ProtoGen.Compiler.Text;

/// <summary>Classifies the ASCII characters that tokens consist of.</summary>
internal static class CharClass
{
    private const byte LetterBit = 1;
    private const byte DigitBit = 2;
    private const byte HexBit = 4;
    private const byte SpaceBit = 8;

    private static readonly byte[] Classes = MakeClasses();

    public static bool IsLetter(byte c) => (Classes[c] & LetterBit) != 0;

    public static bool IsAlphanumeric(byte c) => (Classes[c] & (LetterBit | DigitBit)) != 0;

    public static bool IsDigit(byte c) => (Classes[c] & DigitBit) != 0;

    public static bool IsHexDigit(byte c) => (Classes[c] & HexBit) != 0;

    public static bool IsOctalDigit(byte c) => c is >= (byte)'0' and <= (byte)'7';

    /// <summary>Returns whether a byte is a blank, tab, vertical tab, form feed or carriage return; not a line feed.</summary>
    public static bool IsSpaceInLine(byte c) => (Classes[c] & SpaceBit) != 0;

    public static bool IsEscape(byte c) => c is (byte)'a' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'v'
        or (byte)'\\' or (byte)'?' or (byte)'\'' or (byte)'"';

    /// <summary>Returns the value of a hexadecimal digit.</summary>
    public static int HexValue(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static byte[] MakeClasses()
    {
        var classes = new byte[256];
        for (var c = 0; c < 128; c++)
        {
            var isLetter = (c | 0x20) is >= 'a' and <= 'z' || c == '_';
            var isDigit = c is >= '0' and <= '9';
            var isHex = isDigit || (c | 0x20) is >= 'a' and <= 'f';
            var isSpace = c is ' ' or '\t' or '\v' or '\f' or '\r';
            classes[c] = (byte)((isLetter ? LetterBit : 0) | (isDigit ? DigitBit : 0) | (isHex ? HexBit : 0) | (isSpace ? SpaceBit : 0));
        }

        return classes;
    }
}
