using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>The interceptors of the server, the first outermost.</summary>
public class InterceptorCollection : Collection<InterceptorRegistration>
{
    /// <summary>
    /// Adds an interceptor. Each call takes it from its service scope if it is registered there, and otherwise creates one.
    /// </summary>
    /// <typeparam name="TInterceptor">The interceptor.</typeparam>
    /// <param name="args">What its constructor gets besides services.</param>
    public void Add<[DynamicallyAccessedMembers(InterceptorRegistration.Accessibility)] TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(
        new InterceptorRegistration(typeof(TInterceptor), args, static services => services.GetService<IGrpcInterceptorActivator<TInterceptor>>()));

    /// <summary>
    /// Adds an interceptor. Each call takes it from its service scope if it is registered there, and otherwise creates one.
    /// </summary>
    /// <param name="interceptorType">The interceptor.</param>
    /// <param name="args">What its constructor gets besides services.</param>
    /// <exception cref="ArgumentException"><paramref name="interceptorType"/> is no <see cref="Interceptor"/>.</exception>
    public void Add([DynamicallyAccessedMembers(InterceptorRegistration.Accessibility)] Type interceptorType, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(interceptorType);
        if (!interceptorType.IsSubclassOf(typeof(Interceptor)))
            throw new ArgumentException($"The type {interceptorType} is no {typeof(Interceptor)}.", nameof(interceptorType));
        Add(new InterceptorRegistration(interceptorType, args));
    }
}
