namespace ProtoGen.Grpc;

/// <summary>Learns what call credentials are made of. For gRPC implementations.</summary>
public abstract class CallCredentialsConfiguratorBase
{
    /// <summary>They are several, in order.</summary>
    /// <param name="state">The configurator's own.</param>
    /// <param name="credentials">The parts.</param>
    public abstract void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials);

    /// <summary>They are a delegate.</summary>
    /// <param name="state">The configurator's own.</param>
    /// <param name="interceptor">The delegate.</param>
    public abstract void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor);
}
