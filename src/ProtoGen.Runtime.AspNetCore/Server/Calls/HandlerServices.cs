using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProtoGen.Grpc.AspNetCore.Server.Interception;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>What the handlers of one service share.</summary>
/// <param name="Options">The options of the service.</param>
/// <param name="Activator">Gives each call its instance of the service.</param>
/// <param name="Interceptors">The service's interceptors; empty for none.</param>
/// <param name="Logger">The server's log.</param>
internal sealed record HandlerServices(
    CallSettings Options, ServiceActivator Activator, IReadOnlyList<InterceptorActivator> Interceptors, ILogger Logger)
{
    private const string LogCategory = "ProtoGen.Grpc.AspNetCore.Server.ServerCallHandler";

    public static HandlerServices For<[DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TService>(
        IServiceProvider applicationServices)
        where TService : class
    {
        var options = CallSettings.For<TService>(applicationServices);
        return new HandlerServices(
            options,
            ServiceActivator.For<TService>(applicationServices, options.SuppressCreatingService),
            [.. options.Interceptors.Select(registration => new InterceptorActivator(registration))],
            applicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory));
    }
}
