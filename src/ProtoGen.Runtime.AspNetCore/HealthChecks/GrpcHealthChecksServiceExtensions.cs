using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ProtoGen.Grpc.AspNetCore.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC's health service to an application's services.</summary>
public static class GrpcHealthChecksServiceExtensions
{
    /// <summary>Adds what <c>MapGrpcHealthChecksService</c> needs, with the server as a whole as the only service.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>For adding health checks.</returns>
    public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddGrpc();
        services.TryAddSingleton<HealthStatuses>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthCheckPublisher, HealthStatuses>(
            provider => provider.GetRequiredService<HealthStatuses>()));
        services.Configure<GrpcHealthChecksOptions>(static options => options.Services.Map("", static _ => true));
        return services.AddHealthChecks();
    }

    /// <summary>Adds what <c>MapGrpcHealthChecksService</c> needs.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets options, such as further services.</param>
    /// <returns>For adding health checks.</returns>
    public static IHealthChecksBuilder AddGrpcHealthChecks(
        this IServiceCollection services, Action<GrpcHealthChecksOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddGrpcHealthChecks();
        services.Configure(configure);
        return builder;
    }
}
