namespace ProtoGen.Grpc;

/// <summary>Calls a unary method on an instance of the service.</summary>
/// <typeparam name="TService">The service class, or a base class of it.</typeparam>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <param name="service">The instance to call.</param>
/// <param name="request">The request.</param>
/// <param name="context">The call.</param>
/// <returns>The response.</returns>
public delegate Task<TResponse> UnaryServerMethod<in TService, in TRequest, TResponse>(
    TService service, TRequest request, ServerCallContext context)
    where TService : class
    where TRequest : class
    where TResponse : class;

/// <summary>Calls a client-streaming method on an instance of the service.</summary>
/// <typeparam name="TService">The service class, or a base class of it.</typeparam>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <param name="service">The instance to call.</param>
/// <param name="requestStream">The requests.</param>
/// <param name="context">The call.</param>
/// <returns>The response.</returns>
public delegate Task<TResponse> ClientStreamingServerMethod<in TService, in TRequest, TResponse>(
    TService service, IAsyncStreamReader<TRequest> requestStream, ServerCallContext context)
    where TService : class
    where TRequest : class
    where TResponse : class;

/// <summary>Calls a server-streaming method on an instance of the service.</summary>
/// <typeparam name="TService">The service class, or a base class of it.</typeparam>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <param name="service">The instance to call.</param>
/// <param name="request">The request.</param>
/// <param name="responseStream">Where responses go.</param>
/// <param name="context">The call.</param>
/// <returns>A task that ends with the call.</returns>
public delegate Task ServerStreamingServerMethod<in TService, in TRequest, TResponse>(
    TService service, TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context)
    where TService : class
    where TRequest : class
    where TResponse : class;

/// <summary>Calls a duplex-streaming method on an instance of the service.</summary>
/// <typeparam name="TService">The service class, or a base class of it.</typeparam>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <param name="service">The instance to call.</param>
/// <param name="requestStream">The requests.</param>
/// <param name="responseStream">Where responses go.</param>
/// <param name="context">The call.</param>
/// <returns>A task that ends with the call.</returns>
public delegate Task DuplexStreamingServerMethod<in TService, in TRequest, TResponse>(
    TService service,
    IAsyncStreamReader<TRequest> requestStream,
    IServerStreamWriter<TResponse> responseStream,
    ServerCallContext context)
    where TService : class
    where TRequest : class
    where TResponse : class;
