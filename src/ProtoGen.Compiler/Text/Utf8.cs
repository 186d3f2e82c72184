using System.Text;

namespace ProtoGen.Compiler.Text;

/// <summary>Converts between UTF-8 and strings without loss.</summary>
/// <remarks>
/// A byte that is not part of valid UTF-8 becomes the lone surrogate U+DC80 + (byte - 0x80), and that surrogate becomes the byte again.
/// protoc keeps such bytes too.
/// </remarks>
public static class Utf8
{
    private const int EscapeBase = 0xDC00;

    /// <summary>Decodes a range of bytes.</summary>
    public static string GetString(byte[] bytes, int start, int length)
    {
        var ascii = AsciiPrefix(bytes, start, length);
        if (ascii == length)
        {
            return Encoding.ASCII.GetString(bytes, start, length);
        }

        var builder = new StringBuilder(length);
        var end = start + length;
        for (var i = start; i < end;)
        {
            var size = SequenceLength(bytes, i, end);
            if (size == 0)
            {
                builder.Append((char)(EscapeBase + bytes[i++]));
                continue;
            }

            AppendCodePoint(builder, Decode(bytes, i, size));
            i += size;
        }

        return builder.ToString();
    }

    /// <summary>Decodes all bytes.</summary>
    public static string GetString(byte[] bytes) => GetString(bytes, 0, bytes.Length);

    /// <summary>
    /// Encodes a string. Lone surrogates made by <see cref="GetString(byte[])"/> become the bytes that they were made from.
    /// </summary>
    public static byte[] GetBytes(string text)
    {
        if (!HasLoneEscape(text))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        using var stream = new MemoryStream(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var count = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            if (IsEscape(c))
            {
                stream.WriteByte((byte)(c - EscapeBase));
                continue;
            }

            var encoded = Encoding.UTF8.GetBytes(text.ToCharArray(i, count));
            stream.Write(encoded, 0, encoded.Length);
            i += count - 1;
        }

        return stream.ToArray();
    }

    /// <summary>Returns whether all bytes are well-formed UTF-8.</summary>
    public static bool IsValid(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            var size = SequenceLength(bytes, i, bytes.Length);
            if (size == 0)
            {
                return false;
            }

            i += size;
        }

        return true;
    }

    private static int AsciiPrefix(byte[] bytes, int start, int length)
    {
        var i = 0;
        while (i < length && bytes[start + i] < 0x80)
        {
            i++;
        }

        return i;
    }

    /// <summary>Returns the length of the well-formed sequence at an offset; 0 if there is none.</summary>
    internal static int SequenceLength(byte[] bytes, int offset, int end)
    {
        int first = bytes[offset];
        if (first < 0x80)
        {
            return 1;
        }

        var size = first is >= 0xC2 and < 0xE0 ? 2 : first is >= 0xE0 and < 0xF0 ? 3 : first is >= 0xF0 and < 0xF5 ? 4 : 0;
        if (size == 0 || offset + size > end)
        {
            return 0;
        }

        for (var i = 1; i < size; i++)
        {
            if ((bytes[offset + i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        int second = bytes[offset + 1];
        var wellFormed = first switch
        {
            0xE0 => second >= 0xA0,
            0xED => second < 0xA0,
            0xF0 => second >= 0x90,
            0xF4 => second < 0x90,
            _ => true,
        };
        return wellFormed ? size : 0;
    }

    private static int Decode(byte[] bytes, int offset, int size)
    {
        var value = size switch { 1 => bytes[offset], 2 => bytes[offset] & 0x1F, 3 => bytes[offset] & 0x0F, _ => bytes[offset] & 0x07 };
        for (var i = 1; i < size; i++)
        {
            value = (value << 6) | (bytes[offset + i] & 0x3F);
        }

        return value;
    }

    private static void AppendCodePoint(StringBuilder builder, int codePoint)
    {
        if (codePoint < 0x10000)
        {
            builder.Append((char)codePoint);
            return;
        }

        builder.Append((char)(0xD7C0 + (codePoint >> 10)));
        builder.Append((char)(0xDC00 + (codePoint & 0x3FF)));
    }

    private static bool IsEscape(char c) => c is >= '\uDC80' and <= '\uDCFF';

    private static bool HasLoneEscape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsEscape(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
