using Microsoft.Extensions.DependencyInjection.Extensions;
using ProtoGen.Grpc.AspNetCore.Reflection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC's reflection service to an application's services.</summary>
public static class GrpcReflectionServiceExtensions
{
    /// <summary>Adds what <c>MapGrpcReflectionService</c> needs.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddGrpc();
        services.TryAddSingleton<ServedDescriptors>();
        services.TryAddSingleton<ReflectionAnswers>();
        return services;
    }
}
