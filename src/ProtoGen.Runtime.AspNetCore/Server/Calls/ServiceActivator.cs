using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Gives each call the instance of the service that it runs on, and takes it back.</summary>
internal abstract class ServiceActivator
{
    /// <param name="http">The request.</param>
    /// <param name="lease">What <see cref="ReleaseAsync"/> is to be given; null if nothing is to be released.</param>
    public abstract object Get(HttpContext http, out object? lease);

    public virtual ValueTask ReleaseAsync(object lease) => default;

    /// <summary>Chooses the way for a class by how it is registered.</summary>
    public static ServiceActivator For<
        [DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TService>(IServiceProvider services, bool suppressCreating)
        where TService : class
    {
        if (suppressCreating || typeof(TService) == typeof(ServerServiceDefinition))
            return new NoInstance();
        if (services.GetService<IGrpcServiceActivator<TService>>() is { } custom)
            return new Custom<TService>(custom);
        return services.GetRequiredService<GrpcServerServices>().FindLifetime(typeof(TService)) switch
        {
            ServiceLifetime.Singleton => new Singleton<TService>(services),
            not null => new FromScope<TService>(),
            null when services.GetService<IServiceProviderIsService>()?.IsService(typeof(TService)) == true => new FromScope<TService>(),
            _ => new Created<TService>(),
        };
    }

    /// <summary>The methods of a definition bring their own target; where the application creates no service, interceptors answer.</summary>
    private sealed class NoInstance : ServiceActivator
    {
        public override object Get(HttpContext http, out object? lease)
        {
            lease = null;
            return null!;
        }
    }

    private sealed class Singleton<TService>(IServiceProvider services) : ServiceActivator
        where TService : class
    {
        private TService? _instance;

        public override object Get(HttpContext http, out object? lease)
        {
            lease = null;
            return _instance ??= services.GetRequiredService<TService>();
        }
    }

    private sealed class FromScope<TService> : ServiceActivator
        where TService : class
    {
        public override object Get(HttpContext http, out object? lease)
        {
            lease = null;
            return http.RequestServices.GetRequiredService<TService>();
        }
    }

    private sealed class Created<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>
        : ServiceActivator
        where TService : class
    {
        private readonly ObjectFactory<TService> _factory = ActivatorUtilities.CreateFactory<TService>([]);

        // Asking a request for its services makes a scope; a class that takes no services can do without.
        private readonly bool _needsScope = typeof(TService).GetConstructors() is not [var only] || only.GetParameters().Length > 0;

        public override object Get(HttpContext http, out object? lease)
        {
            var service = _factory(_needsScope ? http.RequestServices : NoServices.Instance, null);
            lease = service is IDisposable or IAsyncDisposable ? service : null;
            return service;
        }

        public override ValueTask ReleaseAsync(object lease)
        {
            if (lease is IAsyncDisposable asyncDisposable)
                return asyncDisposable.DisposeAsync();
            ((IDisposable)lease).Dispose();
            return default;
        }
    }

    private sealed class Custom<[DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TService>(
        IGrpcServiceActivator<TService> activator) : ServiceActivator
        where TService : class
    {
        public override object Get(HttpContext http, out object? lease)
        {
            var handle = activator.Create(http.RequestServices);
            lease = handle;
            return handle.Instance;
        }

        public override ValueTask ReleaseAsync(object lease) => activator.ReleaseAsync((GrpcActivatorHandle<TService>)lease);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
