using System.Buffers;
using System.Buffers.Text;

namespace ProtoGen.Grpc.Protocol;

/// <summary>The base64 in which the values of <c>-bin</c> headers travel.</summary>
internal static class BinaryHeader
{
    /// <summary>The text to send: base64 without padding, as the specification asks.</summary>
    public static string Encode(ReadOnlySpan<byte> value) => Convert.ToBase64String(value).TrimEnd('=');

    /// <summary>
    /// Adds an entry for each value in a header's text, which may hold several joined by commas, padded or not.
    /// </summary>
    /// <returns>False if a value is not base64; nothing is added then for it and those after it.</returns>
    public static bool TryAdd(Metadata metadata, string key, string text)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var comma = rest.IndexOf(',');
            if (!TryDecode((comma < 0 ? rest : rest[..comma]).Trim(), out var value))
                return false;
            metadata.Add(Metadata.Entry.FromWire(key, value));
            if (comma < 0)
                return true;
            rest = rest[(comma + 1)..];
        }
    }

    private static bool TryDecode(ReadOnlySpan<char> text, out byte[] value)
    {
        text = text.TrimEnd('=');
        var padded = ArrayPool<byte>.Shared.Rent(text.Length + 3);
        try
        {
            var length = 0;
            foreach (var c in text)
                padded[length++] = char.IsAscii(c) ? (byte)c : (byte)'!';
            while (length % 4 != 0)
                padded[length++] = (byte)'=';
            value = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
            var status = Base64.DecodeFromUtf8(padded.AsSpan(0, length), value, out var consumed, out var written);
            Array.Resize(ref value, written);
            return status == OperationStatus.Done && consumed == length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded);
        }
    }
}
