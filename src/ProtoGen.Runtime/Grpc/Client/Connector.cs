using System.Net;
using System.Net.Sockets;

namespace ProtoGen.Grpc.Client;

/// <summary>Opens the connections of a channel's own handler, and so knows what state the channel is in.</summary>
internal sealed class Connector(GrpcChannel channel, EndPoint endPoint) : IDisposable
{
    private readonly object _lock = new();
    private ConnectivityState _state = ConnectivityState.Idle;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Socket? _waiting;
    private int _open;

    public ConnectivityState State
    {
        get
        {
            lock (_lock)
                return _state;
        }
    }

    /// <summary>Gives the handler a connection: the one made ahead, or a new one.</summary>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // A proxy makes for another end point than the one connected to ahead.
        var socket = context.DnsEndPoint.Equals(endPoint) ? TakeWaiting() : null;
        socket ??= await ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
        lock (_lock)
            _open++;
        return new Connection(socket, this);
    }

    /// <summary>Connects ahead of the first call, trying again until it succeeds.</summary>
    public async Task ConnectAheadAsync(CancellationToken cancellationToken)
    {
        var backoff = new ReconnectBackoff(channel);
        while (State is not (ConnectivityState.Ready or ConnectivityState.Shutdown))
        {
            try
            {
                var socket = await ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
                Interlocked.Exchange(ref _waiting, socket)?.Dispose();
            }
            catch (SocketException)
            {
                await Task.Delay(backoff.Next(), cancellationToken).ConfigureAwait(false);
            }
        }
        ObjectDisposedException.ThrowIf(State == ConnectivityState.Shutdown, channel);
    }

    /// <summary>Waits until the state is another than this one.</summary>
    public Task WaitForChangeAsync(ConnectivityState last, CancellationToken cancellationToken)
    {
        lock (_lock)
            return _state == last ? _changed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }

    public void Dispose()
    {
        Enter(ConnectivityState.Shutdown);
        TakeWaiting()?.Dispose();
    }

    private async Task<Socket> ConnectAsync(EndPoint target, CancellationToken cancellationToken)
    {
        Enter(ConnectivityState.Connecting);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            socket.Dispose();
            Enter(exception is OperationCanceledException ? ConnectivityState.Idle : ConnectivityState.TransientFailure);
            throw;
        }
        Enter(ConnectivityState.Ready);
        return socket;
    }

    /// <summary>The connection made ahead, unless the server has closed it meanwhile.</summary>
    private Socket? TakeWaiting()
    {
        var socket = Interlocked.Exchange(ref _waiting, null);
        if (socket is null || !socket.Poll(0, SelectMode.SelectRead))
            return socket;
        if (socket.Available > 0)
            return socket;
        socket.Dispose();
        return null;
    }

    private void Enter(ConnectivityState state)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            // A connection that is open keeps the channel ready, whatever becomes of another.
            var isWorse = _open > 0 && state is not (ConnectivityState.Ready or ConnectivityState.Shutdown);
            if (_state == state || _state == ConnectivityState.Shutdown || isWorse)
                return;
            _state = state;
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        changed.SetResult();
    }

    private void OnClosed()
    {
        lock (_lock)
        {
            if (--_open > 0)
                return;
        }
        Enter(ConnectivityState.Idle);
    }

    private sealed class Connection(Socket socket, Connector connector) : NetworkStream(socket, ownsSocket: true)
    {
        private int _isClosed;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (Interlocked.Exchange(ref _isClosed, 1) == 0)
                connector.OnClosed();
        }
    }
}
