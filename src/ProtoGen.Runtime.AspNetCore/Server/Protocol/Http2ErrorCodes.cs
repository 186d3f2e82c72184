using Microsoft.AspNetCore.Http;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The codes of HTTP/2 for resetting a stream, and what HTTP/3 has in their place.</summary>
internal static class Http2ErrorCodes
{
    public const int NoError = 0x0;
    public const int InternalError = 0x2;
    public const int Cancel = 0x8;

    public static int For(string protocol, int http2ErrorCode) => !HttpProtocol.IsHttp3(protocol) ? http2ErrorCode
        : http2ErrorCode switch
        {
            NoError => 0x100,
            Cancel => 0x10c,
            _ => 0x102,
        };
}
