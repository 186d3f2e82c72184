namespace ProtoGen.Grpc;

/// <summary>What a call says about its caller, sent as headers.</summary>
public abstract class CallCredentials
{
    /// <summary>Puts credentials together; each adds its headers, in order.</summary>
    /// <param name="credentials">Two or more.</param>
    /// <exception cref="ArgumentException">Fewer than two are given.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials) => new CompositeCredentials(credentials);

    /// <summary>Credentials made by a delegate for each call.</summary>
    /// <param name="interceptor">Adds the headers.</param>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) => new InterceptorCredentials(interceptor);

    /// <summary>Tells a configurator what these credentials are. For gRPC implementations.</summary>
    /// <param name="configurator">Who wants to know.</param>
    /// <param name="state">The configurator's own.</param>
    public abstract void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state);

    private sealed class CompositeCredentials : CallCredentials
    {
        private readonly IReadOnlyList<CallCredentials> _credentials;

        public CompositeCredentials(CallCredentials[] credentials)
        {
            if (credentials.Length < 2)
                throw new ArgumentException("Composite credentials object can only be created from 2 or more credentials.");
            _credentials = [.. credentials];
        }

        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, _credentials);
    }

    private sealed class InterceptorCredentials : CallCredentials
    {
        private readonly AsyncAuthInterceptor _interceptor;

        public InterceptorCredentials(AsyncAuthInterceptor interceptor)
        {
            ArgumentNullException.ThrowIfNull(interceptor);
            _interceptor = interceptor;
        }

        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetAsyncAuthInterceptorCredentials(state, _interceptor);
    }
}
