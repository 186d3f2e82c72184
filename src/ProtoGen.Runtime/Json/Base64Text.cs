using System.Buffers.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Decodes base64 with or without padding, in the standard alphabet or the one for URLs.</summary>
internal static class Base64Text
{
    /// <summary>Decodes text and writes the bytes with their length; returns false if the text is invalid.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, ref OutputBuffer output)
    {
        var trimmed = text.TrimEnd((byte)'=');
        // Padding, if there is any, fills the last group of four.
        if (text.Length - trimmed.Length > 2 || (text.Length != trimmed.Length && text.Length % 4 != 0) || trimmed.Length % 4 == 1)
            return false;
        var size = trimmed.Length / 4 * 3 + Math.Max(0, trimmed.Length % 4 - 1);
        output.AddVarint((uint)size);
        var destination = output.ReserveSpan(size + 3);
        // The framework's decoder is faster, but it skips white space and supports neither the URL alphabet nor missing padding.
        var whole = text.Length % 4 == 0 ? text : text[..(text.Length & ~3)];
        Base64.DecodeFromUtf8(whole, destination, out var consumed, out var written);
        if (consumed != whole.Length || written != whole.Length / 4 * 3 - (whole.Length == text.Length ? text.Length - trimmed.Length : 0))
            consumed = written = 0;
        if (!TryDecodeRest(trimmed, Math.Min(consumed, trimmed.Length), destination, written, size))
            return false;
        output.Length += size;
        return true;
    }

    private static bool TryDecodeRest(ReadOnlySpan<byte> text, int consumed, Span<byte> destination, int written, int size)
    {
        uint bits = 0;
        var count = 0;
        foreach (var c in text[consumed..])
        {
            var digit = Base64Digit(c);
            if (digit < 0)
                return false;
            bits = (bits << 6) | (uint)digit;
            count += 6;
            if (count < 8 || written == size)
                continue;
            count -= 8;
            destination[written++] = (byte)(bits >> count);
        }
        return written == size;
    }

    private static int Base64Digit(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
