using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc.AspNetCore.Server.Calls;
using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Grpc.AspNetCore.Server.Interception;

/// <summary>Gives each call its instance of an interceptor: the registered one, or a new one that ends with the call.</summary>
internal sealed class InterceptorActivator(InterceptorRegistration registration)
{
    private readonly ObjectFactory _factory = ActivatorUtilities.CreateFactory(
        registration.Type, [.. registration.Arguments.Select(argument => argument.GetType())]);

    public Lease Get(ServerCallContext context)
    {
        var services = ServerCall.From(context).Http.RequestServices;
        if (registration.ArgumentArray.Length == 0 && services.GetService(registration.Type) is Interceptor registered)
            return new Lease(registered, isOwned: false);
        return new Lease((Interceptor)_factory(services, registration.ArgumentArray), isOwned: true);
    }

    /// <summary>An interceptor for one call.</summary>
    public readonly struct Lease(Interceptor interceptor, bool isOwned) : IAsyncDisposable
    {
        public Interceptor Interceptor { get; } = interceptor;

        public ValueTask DisposeAsync()
        {
            if (isOwned)
            {
                if (Interceptor is IAsyncDisposable asyncDisposable)
                    return asyncDisposable.DisposeAsync();
                (Interceptor as IDisposable)?.Dispose();
            }
            return default;
        }
    }
}
