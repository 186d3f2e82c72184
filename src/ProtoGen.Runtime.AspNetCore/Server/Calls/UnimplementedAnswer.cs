using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The answer to calls of what this server doesn't have.</summary>
internal static class UnimplementedAnswer
{
    public static Task Method(HttpContext http) => Answer(http, "Method is unimplemented.");

    public static Task Service(HttpContext http) => Answer(http, "Service is unimplemented.");

    private static Task Answer(HttpContext http, string detail)
    {
        if (RequestCheck.RefuseMethod(http))
            return Task.CompletedTask;
        ServerCounters.Log.CallUnimplemented();
        http.Response.ContentType = ContentTypes.Grpc;
        StatusTrailers.Write(http.Response.Headers, new Status(StatusCode.Unimplemented, detail));
        return Task.CompletedTask;
    }
}
