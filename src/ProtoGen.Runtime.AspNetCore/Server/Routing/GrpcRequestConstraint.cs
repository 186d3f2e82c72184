using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>Matches gRPC requests only, so that the answers to unknown methods leave other requests to the application.</summary>
internal sealed class GrpcRequestConstraint : IRouteConstraint
{
    public static readonly GrpcRequestConstraint Instance = new();

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is not null
        && HttpMethods.IsPost(httpContext.Request.Method)
        && ContentTypes.IsGrpc(httpContext.Request.ContentType);
}
