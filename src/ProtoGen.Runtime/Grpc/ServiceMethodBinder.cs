namespace ProtoGen.Grpc;

/// <summary>
/// Collects the methods of a service together with handlers that take the service instance, so that each call can run on an
/// instance of its own.
/// </summary>
public abstract class ServiceMethodBinder
{
    /// <summary>Adds a method with one request and one response.</summary>
    /// <typeparam name="TService">The class that the handler is called on: the service or a base class of it.</typeparam>
    /// <typeparam name="TRequest">The request message.</typeparam>
    /// <typeparam name="TResponse">The response message.</typeparam>
    /// <param name="method">The method's name, kind and marshallers.</param>
    /// <param name="handler">Calls the method on an instance.</param>
    public abstract void AddUnaryMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TService, TRequest, TResponse> handler)
        where TService : class
        where TRequest : class
        where TResponse : class;

    /// <summary>Adds a method with a stream of requests and one response.</summary>
    /// <typeparam name="TService">The class that the handler is called on: the service or a base class of it.</typeparam>
    /// <typeparam name="TRequest">The request message.</typeparam>
    /// <typeparam name="TResponse">The response message.</typeparam>
    /// <param name="method">The method's name, kind and marshallers.</param>
    /// <param name="handler">Calls the method on an instance.</param>
    public abstract void AddClientStreamingMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TService, TRequest, TResponse> handler)
        where TService : class
        where TRequest : class
        where TResponse : class;

    /// <summary>Adds a method with one request and a stream of responses.</summary>
    /// <typeparam name="TService">The class that the handler is called on: the service or a base class of it.</typeparam>
    /// <typeparam name="TRequest">The request message.</typeparam>
    /// <typeparam name="TResponse">The response message.</typeparam>
    /// <param name="method">The method's name, kind and marshallers.</param>
    /// <param name="handler">Calls the method on an instance.</param>
    public abstract void AddServerStreamingMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TService, TRequest, TResponse> handler)
        where TService : class
        where TRequest : class
        where TResponse : class;

    /// <summary>Adds a method with a stream of requests and a stream of responses.</summary>
    /// <typeparam name="TService">The class that the handler is called on: the service or a base class of it.</typeparam>
    /// <typeparam name="TRequest">The request message.</typeparam>
    /// <typeparam name="TResponse">The response message.</typeparam>
    /// <param name="method">The method's name, kind and marshallers.</param>
    /// <param name="handler">Calls the method on an instance.</param>
    public abstract void AddDuplexStreamingMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TService, TRequest, TResponse> handler)
        where TService : class
        where TRequest : class
        where TResponse : class;
}
