using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Gives each call the instance of the service that it runs on.</summary>
internal abstract class ServiceActivator
{
    /// <summary>Whether <see cref="Get"/> makes an instance that ends with the call.</summary>
    public abstract bool OwnsInstance { get; }

    public abstract object Get(HttpContext http);

    /// <summary>Chooses the way for a class by how it is registered.</summary>
    public static ServiceActivator For<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(IServiceProvider services)
        where TService : class
    {
        if (typeof(TService) == typeof(ServerServiceDefinition))
            return new NoInstance();
        return services.GetRequiredService<GrpcServerServices>().FindLifetime(typeof(TService)) switch
        {
            ServiceLifetime.Singleton => new Singleton<TService>(services),
            not null => new FromScope<TService>(),
            null when services.GetService<IServiceProviderIsService>()?.IsService(typeof(TService)) == true => new FromScope<TService>(),
            _ => new Created<TService>(),
        };
    }

    /// <summary>The methods of a definition bring their own target.</summary>
    private sealed class NoInstance : ServiceActivator
    {
        public override bool OwnsInstance => false;

        public override object Get(HttpContext http) => null!;
    }

    private sealed class Singleton<TService>(IServiceProvider services) : ServiceActivator
        where TService : class
    {
        private TService? _instance;

        public override bool OwnsInstance => false;

        public override object Get(HttpContext http) => _instance ??= services.GetRequiredService<TService>();
    }

    private sealed class FromScope<TService> : ServiceActivator
        where TService : class
    {
        public override bool OwnsInstance => false;

        public override object Get(HttpContext http) => http.RequestServices.GetRequiredService<TService>();
    }

    private sealed class Created<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>
        : ServiceActivator
        where TService : class
    {
        private readonly ObjectFactory<TService> _factory = ActivatorUtilities.CreateFactory<TService>([]);

        // Asking a request for its services makes a scope; a class that takes no services can do without.
        private readonly bool _needsScope = typeof(TService).GetConstructors() is not [var only] || only.GetParameters().Length > 0;

        public override bool OwnsInstance => true;

        public override object Get(HttpContext http) => _factory(_needsScope ? http.RequestServices : NoServices.Instance, null);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
