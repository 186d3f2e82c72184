using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Turns away requests that are no gRPC.</summary>
internal static class RequestCheck
{
    /// <returns>Whether the request was answered with an error.</returns>
    public static bool Refuse(HttpContext http, ILogger logger)
    {
        var request = http.Request;
        if (RefuseMethod(http))
            return true;
        if (!ContentTypes.IsGrpc(request.ContentType))
        {
            ServerLog.UnsupportedContentType(logger, request.ContentType);
            var detail = request.ContentType is null
                ? "Content-Type is missing from the request."
                : $"Content-Type '{request.ContentType}' is not supported.";
            Answer(http, StatusCodes.Status415UnsupportedMediaType, detail);
            return true;
        }
        if (!HttpProtocol.IsHttp2(request.Protocol) && !HttpProtocol.IsHttp3(request.Protocol))
        {
            ServerLog.UnsupportedProtocol(logger, request.Protocol);
            http.Response.Headers[HeaderNames.Upgrade] = HttpProtocol.Http2;
            Answer(http, StatusCodes.Status426UpgradeRequired, $"Request protocol '{request.Protocol}' is not supported.");
            return true;
        }
        return false;
    }

    /// <summary>Answers what no POST is. Left to this place, because routing would rather find that nothing is there.</summary>
    /// <returns>Whether the request was answered with an error.</returns>
    public static bool RefuseMethod(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method))
            return false;
        http.Response.Headers.Allow = HttpMethods.Post;
        Answer(http, StatusCodes.Status405MethodNotAllowed, $"HTTP method '{http.Request.Method}' is not supported.");
        return true;
    }

    private static void Answer(HttpContext http, int httpStatus, string detail)
    {
        http.Response.StatusCode = httpStatus;
        StatusTrailers.Write(http.Response.Headers, new Status(StatusCode.Internal, detail));
    }
}
