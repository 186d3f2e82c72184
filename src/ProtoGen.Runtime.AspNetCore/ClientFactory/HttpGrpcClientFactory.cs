using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ProtoGen.Grpc.ClientFactory;

/// <summary>Makes clients on channels that are made once for each name.</summary>
internal sealed class HttpGrpcClientFactory(
    IServiceProvider services,
    ClientChannels channels,
    ClientRegistrations registrations,
    IOptionsMonitor<GrpcClientFactoryOptions> optionsMonitor) : GrpcClientFactory
{
    public override TClient CreateClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(string name)
    {
        if (!registrations.Contains(name, typeof(TClient)))
            throw new InvalidOperationException($"No gRPC client configured with name '{name}'.");
        var options = optionsMonitor.Get(name);
        var invoker = channels.GetInvoker(name, typeof(TClient)).Intercept(options, services, InterceptorScope.Client);
        if (options.CallOptionsActions.Count != 0)
            invoker = new ConfiguredCallInvoker(invoker, options.CallOptionsActions, services);
        return options.Creator is { } create
            ? Check<TClient>(create(invoker))
            : ClientActivator<TClient>.Create(services, [invoker]);
    }

    private static TClient Check<TClient>(object? created)
        where TClient : class => created switch
        {
            TClient client => client,
            null => throw new InvalidOperationException("A null instance was returned by the configured client creator."),
            _ => throw new InvalidOperationException(
                $"The {created.GetType().FullName} instance returned by the configured client creator is not compatible with "
                + $"{typeof(TClient).FullName}."),
        };

    private static class ClientActivator<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>
        where TClient : class
    {
        public static readonly ObjectFactory<TClient> Create = ActivatorUtilities.CreateFactory<TClient>([typeof(CallInvoker)]);
    }
}
