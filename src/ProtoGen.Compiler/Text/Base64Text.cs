namespace ProtoGen.Compiler.Text;

/// <summary>Encodes bytes as base64.</summary>
/// <remarks>The encoder of .NET is vectorized, and the runtime would compile it at each start of protogenc, which takes 2 ms.</remarks>
internal static class Base64Text
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int BytesPerGroup = 3;
    private const int DigitsPerGroup = 4;
    private const int BitsPerDigit = 6;

    /// <summary>Returns the text of a range of bytes.</summary>
    public static string Encode(byte[] bytes, int start, int length)
    {
        var text = new char[(length + BytesPerGroup - 1) / BytesPerGroup * DigitsPerGroup];
        for (var (position, end, written) = (start, start + length, 0); position < end; position += BytesPerGroup)
        {
            var group = (bytes[position] << 16)
                | ((position + 1 < end ? bytes[position + 1] : 0) << 8)
                | (position + 2 < end ? bytes[position + 2] : 0);
            for (var shift = (DigitsPerGroup - 1) * BitsPerDigit; shift >= 0; shift -= BitsPerDigit)
                text[written++] = Digits[(group >> shift) & (Digits.Length - 1)];
        }

        for (var padding = text.Length * BytesPerGroup / DigitsPerGroup - length; padding > 0; padding--) text[text.Length - padding] = '=';
        return new string(text);
    }
}
