using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ProtoGen.Grpc.ClientFactory;

/// <summary>The channels of registered clients, one for each name, made when the first client is.</summary>
internal sealed class ClientChannels(
    IServiceScopeFactory scopeFactory,
    ILoggerFactory loggerFactory,
    IOptionsMonitor<GrpcClientFactoryOptions> optionsMonitor,
    IOptionsMonitor<HttpClientFactoryOptions> httpOptionsMonitor,
    IHttpMessageHandlerFactory handlerFactory) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Entry>> _entries = [];

    public CallInvoker GetInvoker(string name, Type type)
    {
        var entry = _entries.GetOrAdd(name, _ => new Lazy<Entry>(() => Create(name, type)));
        try
        {
            return entry.Value.Invoker;
        }
        catch
        {
            // What is wrong may be mended before the next try.
            _entries.TryRemove(KeyValuePair.Create(name, entry));
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            if (!entry.IsValueCreated)
                continue;
            entry.Value.Channel.Dispose();
            entry.Value.Scope.Dispose();
        }
    }

    private Entry Create(string name, Type type)
    {
        var options = optionsMonitor.Get(name);
        HttpClientSettings.Apply(httpOptionsMonitor.Get(name), options);
        var scope = scopeFactory.CreateScope();
        try
        {
            var channel = CreateChannel(name, type, options, scope.ServiceProvider);
            var invoker = channel.CreateCallInvoker().Intercept(options, scope.ServiceProvider, InterceptorScope.Channel);
            return new Entry(channel, invoker, scope);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    private GrpcChannel CreateChannel(string name, Type type, GrpcClientFactoryOptions options, IServiceProvider services)
    {
        var channelOptions = new GrpcChannelOptions
        {
            HttpHandler = handlerFactory.CreateHandler(name),
            LoggerFactory = loggerFactory,
            ServiceProvider = services,
        };
        foreach (var action in options.ChannelOptionsActions)
            action(channelOptions);
        var address = options.Address ?? throw new InvalidOperationException(
            $"Could not resolve the address for gRPC client '{name}'. Set an address when registering the client: "
            + $"services.AddGrpcClient<{type.Name}>(o => o.Address = new Uri(\"https://localhost:5001\"))");
        if (options.HasCallCredentials && address.Scheme != Uri.UriSchemeHttps
            && !channelOptions.UnsafeUseInsecureChannelCallCredentials)
        {
            throw new InvalidOperationException(
                $"Call credential configured for gRPC client '{name}' requires TLS, and the client isn't configured to use TLS. "
                + "Either configure a TLS address, or use the call credential without TLS by setting "
                + "GrpcChannelOptions.UnsafeUseInsecureChannelCallCredentials to true: "
                + "client.AddCallCredentials((context, metadata) => {}).ConfigureChannel(o => "
                + "o.UnsafeUseInsecureChannelCallCredentials = true)");
        }
        return GrpcChannel.ForAddress(address, channelOptions);
    }

    private sealed record Entry(GrpcChannel Channel, CallInvoker Invoker, IServiceScope Scope);
}
