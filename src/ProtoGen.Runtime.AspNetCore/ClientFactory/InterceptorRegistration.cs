using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Grpc.ClientFactory;

/// <summary>An interceptor that a registered client's calls pass through.</summary>
public class InterceptorRegistration
{
    /// <summary>Registers an interceptor.</summary>
    /// <param name="scope">How long it lives.</param>
    /// <param name="creator">Makes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="creator"/> is null.</exception>
    public InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        Scope = scope;
        Creator = creator;
    }

    /// <summary>How long it lives.</summary>
    public InterceptorScope Scope { get; }

    /// <summary>Makes it.</summary>
    public Func<IServiceProvider, Interceptor> Creator { get; }
}
