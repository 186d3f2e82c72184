namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The requests of a streaming call.</summary>
internal sealed class RequestStream<TRequest>(ServerCall call, Func<DeserializationContext, TRequest> deserializer)
    : RequestStream(call), IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private static readonly Task<bool> _hasNext = Task.FromResult(true);

    private bool _isClosed;

    public TRequest Current { get; private set; } = null!;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        if (_isClosed || IsAborted)
            return Task.FromException<bool>(new InvalidOperationException("Can't read messages after the request is complete."));
        Current = null!;
        if (!Reader.TryMoveNext())
            return ReadAsync(cancellationToken);
        Take();
        return _hasNext;
    }

    /// <summary>Stops handing out requests: the call has ended.</summary>
    public void Close() => _isClosed = true;

    protected override void Take() => Current = Reader.Deserialize(deserializer);
}
