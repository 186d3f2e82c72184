namespace ProtoGen.Grpc;

/// <summary>The call that credentials are asked for.</summary>
public class AuthInterceptorContext
{
    /// <summary>Makes a context.</summary>
    /// <param name="serviceUrl">The service's address.</param>
    /// <param name="methodName">The method's name.</param>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>Makes a context.</summary>
    /// <param name="serviceUrl">The service's address.</param>
    /// <param name="methodName">The method's name.</param>
    /// <param name="cancellationToken">Signalled when the call ends.</param>
    /// <exception cref="ArgumentNullException">A string is null.</exception>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>The service's address: scheme, authority and service name.</summary>
    public string ServiceUrl { get; }

    /// <summary>The method's name, without the service.</summary>
    public string MethodName { get; }

    /// <summary>Signalled when the call ends.</summary>
    public CancellationToken CancellationToken { get; }
}
