using System.Net.Http.Headers;
using ProtoGen.Grpc.Protocol;

namespace ProtoGen.Grpc.Client;

/// <summary>Metadata to and from HTTP headers.</summary>
internal static class HeaderMetadata
{
    /// <summary>The last value of a header; null if it is not there.</summary>
    public static string? Get(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>Adds an entry to a request.</summary>
    public static void Add(HttpRequestHeaders headers, Metadata.Entry entry)
    {
        if (entry.IsBinary)
            AddBinary(headers, entry.Key, BinaryHeader.Encode(entry.BinaryValue));
        else
            headers.TryAddWithoutValidation(entry.Key, entry.Value);
    }

    /// <summary>The custom headers or trailers of a response.</summary>
    /// <param name="headers">All headers.</param>
    /// <param name="malformed">The name of a binary header whose value is not base64, or null.</param>
    public static Metadata Read(HttpHeaders headers, out string? malformed)
    {
        malformed = null;
        var metadata = new Metadata();
        foreach (var header in headers.NonValidated)
        {
            if (IsReserved(header.Key))
                continue;
            var key = header.Key.ToLowerInvariant();
            var isBinary = Metadata.Entry.HasBinaryHeaderSuffix(key);
            foreach (var value in header.Value)
            {
                if (!isBinary)
                    metadata.Add(Metadata.Entry.FromWire(key, value));
                else if (!BinaryHeader.TryAdd(metadata, key, value))
                    malformed = key;
            }
        }
        return metadata;
    }

    /// <summary>Left to itself the HTTP client joins values by a comma and a space, which is not base64 any more.</summary>
    private static void AddBinary(HttpRequestHeaders headers, string key, string value)
    {
        if (Get(headers, key) is { } earlier)
        {
            headers.Remove(key);
            value = $"{earlier},{value}";
        }
        headers.TryAddWithoutValidation(key, value);
    }

    private static bool IsReserved(string name) => name.Length == 0 || name[0] == ':' || name.ToLowerInvariant() is
        "grpc-status" or "grpc-message" or "grpc-encoding" or "grpc-accept-encoding" or "content-type" or "content-encoding";
}
