namespace ProtoGen.Grpc.ClientFactory;

/// <summary>How long an interceptor of a registered client lives.</summary>
public enum InterceptorScope
{
    /// <summary>One for the channel, shared by all clients of the registration.</summary>
    Channel = 0,

    /// <summary>One for each client; it may use services of the client's scope.</summary>
    Client = 1,
}
