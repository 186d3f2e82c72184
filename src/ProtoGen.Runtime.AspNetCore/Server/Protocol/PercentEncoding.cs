using System.Buffers;
using System.Text;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>
/// The encoding of <c>grpc-message</c>: UTF-8, of which all that isn't printable ASCII, and the percent sign, is written as
/// % and two digits.
/// </summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> _plain = SearchValues.Create(
        string.Concat(Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c).Where(c => c != '%')));

    public static string Encode(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(_plain);
        if (start < 0)
            return text;
        var encoded = new StringBuilder(text.Length + 16).Append(text, 0, start);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            if (rune.IsAscii && _plain.Contains((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
                continue;
            }
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                encoded.Append('%').Append(b.ToString("X2", null));
        }
        return encoded.ToString();
    }
}
