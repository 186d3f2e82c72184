using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc.AspNetCore.Server.Calls;
using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Grpc.AspNetCore.Server.Interception;

/// <summary>
/// Gives each call its instance of an interceptor: what an activator of the application's own gives, the registered one, or a new
/// one that ends with the call.
/// </summary>
internal sealed class InterceptorActivator(InterceptorRegistration registration)
{
    private readonly ObjectFactory _factory = ActivatorUtilities.CreateFactory(
        registration.Type, [.. registration.Arguments.Select(argument => argument.GetType())]);

    public Lease Get(ServerCallContext context)
    {
        var services = ServerCall.From(context).Http.RequestServices;
        if (registration.FindActivator(services) is { } activator)
            return new Lease(activator.Create(services, registration), activator);
        if (registration.ArgumentArray.Length == 0 && services.GetService(registration.Type) is Interceptor registered)
            return new Lease(new GrpcActivatorHandle<Interceptor>(registered, created: false, state: null), activator: null);
        var created = (Interceptor)_factory(services, registration.ArgumentArray);
        return new Lease(new GrpcActivatorHandle<Interceptor>(created, created: true, state: null), activator: null);
    }

    /// <summary>An interceptor for one call.</summary>
    public readonly struct Lease(GrpcActivatorHandle<Interceptor> handle, IGrpcInterceptorActivator? activator) : IAsyncDisposable
    {
        public Interceptor Interceptor => handle.Instance;

        public ValueTask DisposeAsync()
        {
            if (activator is not null)
                return activator.ReleaseAsync(handle);
            if (handle.Created)
            {
                if (Interceptor is IAsyncDisposable asyncDisposable)
                    return asyncDisposable.DisposeAsync();
                (Interceptor as IDisposable)?.Dispose();
            }
            return default;
        }
    }
}
