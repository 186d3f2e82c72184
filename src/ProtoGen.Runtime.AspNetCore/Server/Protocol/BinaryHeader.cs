using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>Base64 as gRPC's <c>-bin</c> headers have it: peers must take it with padding and without.</summary>
internal static class BinaryHeader
{
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var padded = new char[(text.Length + 3) / 4 * 4];
        text.CopyTo(padded);
        padded.AsSpan(text.Length).Fill('=');
        bytes = new byte[padded.Length / 4 * 3];
        // One character left over can't stand for a byte; white space, which the decoder skips, has no place in a header.
        if (text.Length % 4 == 1 || text.ContainsAny(' ', '\t') || !Convert.TryFromBase64Chars(padded, bytes, out var length))
        {
            bytes = null;
            return false;
        }
        Array.Resize(ref bytes, length);
        return true;
    }
}
