using Microsoft.AspNetCore.Routing;
using ProtoGen.Grpc.AspNetCore.HealthChecks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC's health service to endpoints of an application.</summary>
public static class GrpcHealthChecksEndpointRouteBuilderExtensions
{
    /// <summary>Adds the endpoints of the service <c>grpc.health.v1.Health</c>.</summary>
    /// <param name="builder">The application's endpoints.</param>
    /// <returns>For adding conventions to these endpoints.</returns>
    public static GrpcServiceEndpointConventionBuilder MapGrpcHealthChecksService(this IEndpointRouteBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.MapGrpcService<HealthService>();
    }
}
