using Microsoft.AspNetCore.Routing;
using ProtoGen.Grpc.AspNetCore.Reflection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC's reflection service to endpoints of an application.</summary>
public static class GrpcReflectionEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Adds the endpoints of the services <c>grpc.reflection.v1.ServerReflection</c> and <c>grpc.reflection.v1alpha.ServerReflection</c>.
    /// They tell about all services that the application maps, before this call and after it.
    /// </summary>
    /// <param name="builder">The application's endpoints.</param>
    /// <returns>For adding conventions to these endpoints.</returns>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new GrpcServiceEndpointConventionBuilder(
            [builder.MapGrpcService<ReflectionService>(), builder.MapGrpcService<ReflectionV1AlphaService>()]);
    }
}
