using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ProtoGen.Grpc.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The metadata in a request's headers: all that HTTP and gRPC don't need for themselves.</summary>
internal static class RequestMetadata
{
    private static readonly FrozenSet<string> _protocolHeaders = new[]
    {
        HeaderNames.GrpcEncoding,
        HeaderNames.GrpcAcceptEncoding,
        HeaderNames.GrpcTimeout,
        HeaderNames.ContentType,
        HeaderNames.ContentEncoding,
        HeaderNames.ContentLength,
        HeaderNames.TE,
        HeaderNames.Host,
        HeaderNames.AcceptEncoding,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether there may be a header in base64 to check. Going through the headers costs, so those that most calls carry are
    /// discounted first.
    /// </summary>
    public static bool MayHoldBinary(IHeaderDictionary headers)
    {
        var others = headers.Count - Count(headers.ContentType) - Count(headers.Host) - Count(headers.TE)
            - Count(headers.UserAgent) - Count(headers.GrpcAcceptEncoding) - Count(headers.GrpcTimeout)
            - Count(headers.GrpcEncoding) - Count(headers.ContentLength is null ? default : "0")
            - Count(headers.AcceptEncoding) - Count(headers.Authorization) - Count(headers.TraceParent);
        if (others == 0)
            return false;
        foreach (var header in headers)
        {
            if (IsBinary(header.Key))
                return true;
        }
        return false;

        static int Count(in StringValues values) => values.Count == 0 ? 0 : 1;
    }

    /// <exception cref="RpcException">A binary header isn't base64.</exception>
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (name.StartsWith(':') || _protocolHeaders.Contains(name))
                continue;
            var key = name.ToLowerInvariant();
            foreach (var value in values)
            {
                if (value is null)
                    continue;
                if (!IsBinary(key))
                    metadata.Add(Metadata.Entry.FromWire(key, value));
                else if (!BinaryHeader.TryAdd(metadata, key, value))
                    throw new RpcException(new Status(StatusCode.Internal, $"Malformed binary metadata in header '{key}'."));
            }
        }
        return metadata;
    }

    private static bool IsBinary(string name) => name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase);
}
