using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>Matches gRPC requests only, so that the answers to unknown methods leave other requests to the application.</summary>
/// <param name="takesPreflights">Whether to match a browser's CORS preflight too, for the endpoint's policy to answer.</param>
internal sealed class GrpcRequestConstraint(bool takesPreflights) : IRouteConstraint
{

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is not null && (IsCall(httpContext.Request) || (takesPreflights && IsCorsPreflight(httpContext.Request)));

    private static bool IsCall(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && ContentTypes.IsGrpc(request.ContentType);

    private static bool IsCorsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method)
        && HttpMethods.IsPost(request.Headers.AccessControlRequestMethod.ToString())
        && request.Headers.Origin.Count != 0;
}
