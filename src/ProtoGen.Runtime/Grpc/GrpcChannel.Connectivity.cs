using ProtoGen.Grpc.Client;

namespace ProtoGen.Grpc;

public sealed partial class GrpcChannel
{
    /// <summary>What the channel's connection is doing.</summary>
    /// <exception cref="InvalidOperationException">The channel sends through a client or handler that it was given.</exception>
    public ConnectivityState State => RequireConnector().State;

    /// <summary>Connects, so that the first call need not wait for it; tries until it succeeds.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The channel sends through a client or handler that it was given.</exception>
    /// <exception cref="ObjectDisposedException">The channel was disposed.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        return RequireConnector().ConnectAheadAsync(cancellationToken);
    }

    /// <summary>Waits until <see cref="State"/> is another than the one given.</summary>
    /// <param name="lastObservedState">The state to wait out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The channel sends through a client or handler that it was given.</exception>
    /// <exception cref="ObjectDisposedException">The channel was disposed.</exception>
    public Task WaitForStateChangedAsync(
        ConnectivityState lastObservedState, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        return RequireConnector().WaitForChangeAsync(lastObservedState, cancellationToken);
    }

    private Connector RequireConnector() => _connector ?? throw new InvalidOperationException(
        "Channel is configured with an HTTP transport of its own, whose connections it can't follow. Leave HttpClient and "
        + "HttpHandler of GrpcChannelOptions unset for connectivity state tracking.");
}
