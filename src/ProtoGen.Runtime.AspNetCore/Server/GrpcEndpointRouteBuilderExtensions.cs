using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc;
using ProtoGen.Grpc.AspNetCore.Server;
using ProtoGen.Grpc.AspNetCore.Server.Binding;
using ProtoGen.Grpc.AspNetCore.Server.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services to endpoints of an application.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Adds an endpoint for each method of a gRPC service.</summary>
    /// <typeparam name="TService">
    /// The class that implements the service. Each call runs on the instance that the request's services hold, or else on a new one.
    /// </typeparam>
    /// <param name="builder">The application's endpoints.</param>
    /// <returns>For adding conventions to these endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called, or the class implements no gRPC service.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<
        [DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        RequireServices(builder);
        return ServiceMapper.Map(builder, new ServiceMethods<TService>(builder.ServiceProvider).Discover());
    }

    /// <summary>Adds an endpoint for each method of a service definition.</summary>
    /// <param name="builder">The application's endpoints.</param>
    /// <param name="serviceDefinition">The methods, bound to what handles them.</param>
    /// <returns>For adding conventions to these endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService(
        this IEndpointRouteBuilder builder, ServerServiceDefinition serviceDefinition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(serviceDefinition);
        RequireServices(builder);
        return ServiceMapper.Map(builder, new ServiceMethods<ServerServiceDefinition>(builder.ServiceProvider).Take(serviceDefinition));
    }

    /// <summary>Adds an endpoint for each method of a service definition that is made from the application's services.</summary>
    /// <param name="builder">The application's endpoints.</param>
    /// <param name="mapDefinition">Makes the definition.</param>
    /// <returns>For adding conventions to these endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService(
        this IEndpointRouteBuilder builder, Func<IServiceProvider, ServerServiceDefinition> mapDefinition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(mapDefinition);
        return builder.MapGrpcService(mapDefinition(builder.ServiceProvider));
    }

    private static void RequireServices(IEndpointRouteBuilder builder)
    {
        if (builder.ServiceProvider.GetService<GrpcServerServices>() is null)
        {
            throw new InvalidOperationException(
                "The gRPC server's services are missing. Call 'builder.Services.AddGrpc()' before the application is built.");
        }
    }
}
