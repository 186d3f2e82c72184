using Microsoft.Extensions.Options;
using ProtoGen.Grpc;
using ProtoGen.Grpc.ClientFactory;
using ProtoGen.Grpc.Interceptors;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures registered gRPC clients.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    /// <summary>Changes the channel's options.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureChannel">Changes them.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder ConfigureChannel(
        this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel) =>
        builder.Configure(configureChannel, (_, options) => options.ChannelOptionsActions.Add(configureChannel));

    /// <summary>Changes the channel's options.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureChannel">Changes them.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder ConfigureChannel(
        this IHttpClientBuilder builder, Action<IServiceProvider, GrpcChannelOptions> configureChannel) =>
        builder.Configure(configureChannel, (services, options) => options.ChannelOptionsActions.Add(
            channelOptions => configureChannel(services, channelOptions)));

    /// <summary>Adds an interceptor that the clients share.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, Func<Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, configureInvoker);

    /// <summary>Adds an interceptor.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="scope">How long it lives.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, InterceptorScope scope, Func<Interceptor> configureInvoker) =>
        builder.Configure(configureInvoker, (_, options) => options.InterceptorRegistrations.Add(
            new InterceptorRegistration(scope, _ => configureInvoker())));

    /// <summary>Adds an interceptor that the clients share.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, Func<IServiceProvider, Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, configureInvoker);

    /// <summary>Adds an interceptor.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="scope">How long it lives.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, InterceptorScope scope, Func<IServiceProvider, Interceptor> configureInvoker) =>
        builder.Configure(configureInvoker, (_, options) => options.InterceptorRegistrations.Add(
            new InterceptorRegistration(scope, configureInvoker)));

    /// <summary>Adds an interceptor that is a service and that the clients share.</summary>
    /// <typeparam name="TInterceptor">The interceptor, which is registered as a service.</typeparam>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(
        this IHttpClientBuilder builder)
        where TInterceptor : Interceptor => builder.AddInterceptor<TInterceptor>(InterceptorScope.Channel);

    /// <summary>Adds an interceptor that is a service.</summary>
    /// <typeparam name="TInterceptor">The interceptor, which is registered as a service.</typeparam>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="scope">How long it lives.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(
        this IHttpClientBuilder builder, InterceptorScope scope)
        where TInterceptor : Interceptor =>
        builder.AddInterceptor(scope, services => services.GetRequiredService<TInterceptor>());

    /// <summary>Adds credentials to each call.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="credentials">The credentials.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, CallCredentials credentials) =>
        builder.AddCredentials(credentials, _ => credentials);

    /// <summary>Adds credentials to each call.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="authInterceptor">Adds the headers.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, Task> authInterceptor) => builder.AddCredentials(
            authInterceptor,
            _ => CallCredentials.FromInterceptor((context, metadata) => authInterceptor(context, metadata)));

    /// <summary>Adds credentials to each call.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="authInterceptor">Adds the headers; is given the services of the client's scope.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, IServiceProvider, Task> authInterceptor) =>
        builder.AddCredentials(authInterceptor, services => CallCredentials.FromInterceptor(
            (context, metadata) => authInterceptor(context, metadata, services)));

    /// <summary>Sets what makes the client.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureCreator">Makes it.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder ConfigureGrpcClientCreator(
        this IHttpClientBuilder builder, Func<CallInvoker, object> configureCreator) =>
        builder.Configure(configureCreator, (_, options) => options.Creator = configureCreator);

    /// <summary>Sets what makes the client.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureCreator">Makes it.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder ConfigureGrpcClientCreator(
        this IHttpClientBuilder builder, Func<IServiceProvider, CallInvoker, object> configureCreator) =>
        builder.Configure(
            configureCreator, (services, options) => options.Creator = invoker => configureCreator(services, invoker));

    /// <summary>Adds to a client's options, in the order of the calls that do so.</summary>
    internal static IHttpClientBuilder Configure(
        this IHttpClientBuilder builder, object argument, Action<IServiceProvider, GrpcClientFactoryOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(argument);
        if (!builder.Services.Registrations().Contains(builder.Name))
            throw new InvalidOperationException($"'{builder.Name}' is not a gRPC client; this method must be used with one.");
        builder.Services.AddTransient<IConfigureOptions<GrpcClientFactoryOptions>>(services =>
            new ConfigureNamedOptions<GrpcClientFactoryOptions>(builder.Name, options => configure(services, options)));
        return builder;
    }

    private static IHttpClientBuilder AddCredentials(
        this IHttpClientBuilder builder, object argument, Func<IServiceProvider, CallCredentials> create) =>
        builder.Configure(argument, (_, options) =>
        {
            options.HasCallCredentials = true;
            options.CallOptionsActions.Add(context =>
            {
                var credentials = create(context.ServiceProvider);
                var own = context.CallOptions.Credentials;
                context.CallOptions = context.CallOptions.WithCredentials(
                    own is null ? credentials : CallCredentials.Compose(own, credentials));
            });
        });
}
