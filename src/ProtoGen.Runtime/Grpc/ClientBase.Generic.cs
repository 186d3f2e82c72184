namespace ProtoGen.Grpc;

/// <summary>The base of generated clients, which knows the client's own type.</summary>
/// <typeparam name="T">The client's type.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>A client that makes no calls, for mocks.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client with the settings of another.</summary>
    /// <param name="configuration">The settings.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>A client that calls over a channel.</summary>
    /// <param name="channel">The channel; the client does not own it.</param>
    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>A client that calls through an invoker.</summary>
    /// <param name="callInvoker">The invoker.</param>
    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>A client like this one that names another host in its calls.</summary>
    /// <param name="host">The authority to name.</param>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    /// <summary>Makes a client with other settings.</summary>
    /// <param name="configuration">The settings.</param>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
