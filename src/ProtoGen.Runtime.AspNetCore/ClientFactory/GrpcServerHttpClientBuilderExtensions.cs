using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProtoGen.Grpc.AspNetCore.ClientFactory;
using ProtoGen.Grpc.AspNetCore.Server;
using ProtoGen.Grpc.ClientFactory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Ties registered clients to the server in the same application.</summary>
public static class GrpcServerHttpClientBuilderExtensions
{
    /// <summary>Calls made inside a service method take over its deadline and cancellation.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder) =>
        builder.EnableCallContextPropagation(static _ => { });

    /// <summary>Calls made inside a service method take over its deadline and cancellation.</summary>
    /// <param name="builder">What <c>AddGrpcClient</c> returned.</param>
    /// <param name="configureOptions">Sets the options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is not a gRPC client's.</exception>
    public static IHttpClientBuilder EnableCallContextPropagation(
        this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(configureOptions);
        var options = new GrpcContextPropagationOptions();
        configureOptions(options);
        builder.Configure(configureOptions, (services, clientOptions) => clientOptions.InterceptorRegistrations.Add(
            new(
                InterceptorScope.Channel,
                _ => new ContextPropagationInterceptor(options, services.GetRequiredService<IHttpContextAccessor>()))));
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddSingleton<CallContextRecorder>();
        builder.Services.Configure<GrpcServiceOptions>(static server =>
        {
            if (!server.Interceptors.Any(registration => registration.Type == typeof(CallContextRecorder)))
                server.Interceptors.Add<CallContextRecorder>();
        });
        return builder;
    }
}
