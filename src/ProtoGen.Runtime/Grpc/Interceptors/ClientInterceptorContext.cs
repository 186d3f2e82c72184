namespace ProtoGen.Grpc.Interceptors;

/// <summary>A call that passes through a client interceptor.</summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public struct ClientInterceptorContext<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>Makes a context.</summary>
    /// <param name="method">The method being called.</param>
    /// <param name="host">The authority to name instead of the channel's, or null.</param>
    /// <param name="options">Options of the call.</param>
    public ClientInterceptorContext(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Method = method;
        Host = host;
        Options = options;
    }

    /// <summary>The method being called.</summary>
    public Method<TRequest, TResponse> Method { get; }

    /// <summary>The authority to name instead of the channel's, or null.</summary>
    public string? Host { get; }

    /// <summary>Options of the call.</summary>
    public CallOptions Options { get; }
}
