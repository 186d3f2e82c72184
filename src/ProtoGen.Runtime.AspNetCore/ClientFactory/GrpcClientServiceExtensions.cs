using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using ProtoGen.Grpc.ClientFactory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers gRPC clients, on <c>IHttpClientFactory</c>.</summary>
public static class GrpcClientServiceExtensions
{
    private const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicConstructors;

    /// <summary>Registers a client, which services then can ask for, under its class's name: <c>GreeterClient</c>.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <returns>For configuring the client and its HTTP handler further.</returns>
    public static IHttpClientBuilder AddGrpcClient<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name);

    /// <summary>Registers a client, which services then can ask for.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configureClient">Sets the options.</param>
    /// <returns>For configuring the client and its HTTP handler further.</returns>
    public static IHttpClientBuilder AddGrpcClient<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class =>
        services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Registers a client, which services then can ask for.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configureClient">Sets the options.</param>
    /// <returns>For configuring the client and its HTTP handler further.</returns>
    public static IHttpClientBuilder AddGrpcClient<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class =>
        services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Registers a client, which services then can ask for.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the registration.</param>
    /// <returns>For configuring the client and its HTTP handler further.</returns>
    public static IHttpClientBuilder AddGrpcClient<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services, string name)
        where TClient : class => services.AddGrpcClient<TClient>(name, static (GrpcClientFactoryOptions _) => { });

    /// <summary>Registers a client, which services then can ask for.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the registration.</param>
    /// <param name="configureClient">Sets the options.</param>
    /// <returns>For configuring the client and its HTTP handler further.</returns>
    public static IHttpClientBuilder AddGrpcClient<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configureClient);
        services.Configure(name, configureClient);
        return services.Register<TClient>(name);
    }

    /// <summary>Registers a client, which services then can ask for.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the registration.</param>
    /// <param name="configureClient">Sets the options.</param>
    /// <returns>For configuring the client and its HTTP handler further.</returns>
    public static IHttpClientBuilder AddGrpcClient<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configureClient);
        services.AddTransient<IConfigureOptions<GrpcClientFactoryOptions>>(provider =>
            new ConfigureNamedOptions<GrpcClientFactoryOptions>(name, options => configureClient(provider, options)));
        return services.Register<TClient>(name);
    }

    /// <summary>The registrations made so far.</summary>
    internal static ClientRegistrations Registrations(this IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is ClientRegistrations registrations)
                return registrations;
        }
        var created = new ClientRegistrations();
        services.AddSingleton(created);
        return created;
    }

    private static IHttpClientBuilder Register<[DynamicallyAccessedMembers(Constructors)] TClient>(
        this IServiceCollection services, string name)
        where TClient : class
    {
        services.Registrations().Add(name, typeof(TClient));
        services.TryAddSingleton<ClientChannels>();
        services.TryAddTransient<GrpcClientFactory, HttpGrpcClientFactory>();
        services.AddTransient(provider => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TClient>(name));

        // First, so that what the application sets wins.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>>(
            new ConfigureNamedOptions<HttpClientFactoryOptions>(name, SetPrimaryHandler)));
        return services.AddHttpClient(name);
    }

    private static void SetPrimaryHandler(HttpClientFactoryOptions options) =>
        options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            AllowAutoRedirect = false,
            UseCookies = false,

            // The channel keeps its handler; connections are renewed instead, so that changes of DNS are noticed.
            PooledConnectionLifetime = options.HandlerLifetime,
        });
}
