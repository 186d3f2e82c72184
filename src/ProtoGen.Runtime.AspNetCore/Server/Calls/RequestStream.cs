namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The requests of a streaming call.</summary>
internal sealed class RequestStream<TRequest>(ServerCall call, Func<DeserializationContext, TRequest> deserializer)
    : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private static readonly Task<bool> _hasNext = Task.FromResult(true);

    private bool _isClosed;

    public TRequest Current { get; private set; } = null!;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        if (_isClosed)
            return Task.FromException<bool>(new InvalidOperationException("Can't read messages after the request is complete."));
        Current = null!;
        return call.Reader.TryMoveNext() ? Take() : ReadAsync(cancellationToken);
    }

    /// <summary>Stops handing out requests: the call has ended.</summary>
    public void Close() => _isClosed = true;

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var reader = call.Reader;
        while (!reader.IsAtEnd())
        {
            reader.Append(await reader.FillAsync(cancellationToken));
            if (!reader.TryMoveNext())
                continue;
            Current = reader.Deserialize(deserializer);
            return true;
        }
        return false;
    }

    private Task<bool> Take()
    {
        Current = call.Reader.Deserialize(deserializer);
        return _hasNext;
    }
}
