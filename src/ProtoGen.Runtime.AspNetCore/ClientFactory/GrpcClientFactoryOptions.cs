namespace ProtoGen.Grpc.ClientFactory;

/// <summary>Settings of a registered client.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>Where to call, such as <c>https://localhost:5001</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>Change the channel's options, in order.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>Change the options of each call, in order.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    /// <summary>The interceptors that calls pass through, the first one first.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Makes the client; null for its constructor that takes a <see cref="CallInvoker"/>.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }

    internal bool HasCallCredentials { get; set; }
}
