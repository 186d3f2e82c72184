using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The request timeouts of ASP.NET Core's middleware, which are not meant for streams unless the endpoint asks for one.</summary>
internal static class RequestTimeout
{
    public static void Disable(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestTimeoutFeature>() is not { } timeout)
            return;
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<RequestTimeoutAttribute>() is null && metadata?.GetMetadata<RequestTimeoutPolicy>() is null)
            timeout.DisableTimeout();
    }
}
