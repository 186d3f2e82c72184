using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>Gives each call its instance of an interceptor. Implement <see cref="IGrpcInterceptorActivator{TInterceptor}"/>.</summary>
public interface IGrpcInterceptorActivator
{
    /// <summary>Gives a call its instance.</summary>
    /// <param name="serviceProvider">The call's services.</param>
    /// <param name="interceptorRegistration">How the interceptor was added.</param>
    GrpcActivatorHandle<Interceptor> Create(IServiceProvider serviceProvider, InterceptorRegistration interceptorRegistration);

    /// <summary>Takes the instance back when the call has left it.</summary>
    /// <param name="interceptor">What <see cref="Create"/> returned.</param>
    ValueTask ReleaseAsync(GrpcActivatorHandle<Interceptor> interceptor);
}

/// <summary>
/// Gives each call its instance of an interceptor. Register one to take this over from the server; its own takes the interceptor
/// from the call's scope if it is registered there, and otherwise creates it.
/// </summary>
/// <typeparam name="TInterceptor">The interceptor.</typeparam>
public interface IGrpcInterceptorActivator<TInterceptor> : IGrpcInterceptorActivator
    where TInterceptor : Interceptor;
