using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc.AspNetCore.Server.Calls;

namespace ProtoGen.Grpc;

/// <summary>ASP.NET Core's view of a gRPC call.</summary>
public static class ServerCallContextExtensions
{
    /// <summary>The HTTP request and response that carry the call.</summary>
    /// <param name="serverCallContext">The call, or a context that wraps it and shares its <see cref="ServerCallContext.UserState"/>.</param>
    /// <returns>The HTTP context.</returns>
    /// <exception cref="InvalidOperationException">The context is not one of this server.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        return ServerCall.From(serverCallContext).Http;
    }
}
