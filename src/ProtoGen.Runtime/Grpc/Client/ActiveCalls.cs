namespace ProtoGen.Grpc.Client;

/// <summary>The calls of a channel that have not ended, so that they end with it.</summary>
internal sealed class ActiveCalls
{
    private readonly object _lock = new();
    private ClientCall? _first;
    private bool _isClosed;

    /// <summary>Enters a call.</summary>
    /// <exception cref="ObjectDisposedException">The channel is closed.</exception>
    public void Add(ClientCall call)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(GrpcChannel));
            call.Next = _first;
            if (_first is not null)
                _first.Previous = call;
            _first = call;
        }
    }

    /// <summary>Removes a call that was entered; does nothing for others.</summary>
    public void Remove(ClientCall call)
    {
        lock (_lock)
        {
            if (call.Previous is not null)
                call.Previous.Next = call.Next;
            else if (_first == call)
                _first = call.Next;
            if (call.Next is not null)
                call.Next.Previous = call.Previous;
            call.Next = call.Previous = null;
        }
    }

    /// <summary>Ends all calls and lets no new one in.</summary>
    public void Close()
    {
        lock (_lock)
            _isClosed = true;
        while (TakeFirst() is { } call)
            call.Dispose();
    }

    private ClientCall? TakeFirst()
    {
        lock (_lock)
            return _first;
    }
}
