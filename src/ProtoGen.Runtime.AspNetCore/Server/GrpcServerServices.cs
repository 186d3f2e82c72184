using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>
/// Present when <c>AddGrpc</c> was called. Keeps the registrations, because a provider doesn't tell the lifetime of what it
/// provides, and a singleton service needs no scope for each call.
/// </summary>
internal sealed class GrpcServerServices(IServiceCollection services)
{
    /// <summary>The lifetime that a type is registered with; null if it isn't registered.</summary>
    public ServiceLifetime? FindLifetime(Type type)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i].ServiceType == type && !services[i].IsKeyedService)
                return services[i].Lifetime;
        }
        return null;
    }
}
