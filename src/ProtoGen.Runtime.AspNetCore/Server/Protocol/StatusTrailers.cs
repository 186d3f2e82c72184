using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The trailers <c>grpc-status</c> and <c>grpc-message</c>.</summary>
internal static class StatusTrailers
{
    private static readonly StringValues[] _codes =
        [.. Enumerable.Range(0, 17).Select(code => new StringValues(code.ToString(CultureInfo.InvariantCulture)))];

    public static void Write(IHeaderDictionary destination, Status status)
    {
        var code = (int)status.StatusCode;
        destination.GrpcStatus = (uint)code < (uint)_codes.Length ? _codes[code] : code.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
            destination.GrpcMessage = PercentEncoding.Encode(status.Detail);
    }
}
