namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The requests of a streaming call.</summary>
internal sealed class RequestStream<TRequest>(ServerCall call, Func<DeserializationContext, TRequest> deserializer)
    : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private static readonly Task<bool> _hasNext = Task.FromResult(true);
    private static readonly Task<bool> _atEnd = Task.FromResult(false);

    private bool _isClosed;

    public TRequest Current { get; private set; } = null!;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        if (_isClosed)
            return Task.FromException<bool>(new InvalidOperationException("Can't read messages after the request is complete."));
        Current = null!;
        var read = call.Reader.ReadAsync(cancellationToken);
        return read.IsCompletedSuccessfully ? Take(read.Result) : TakeAsync(read);
    }

    /// <summary>Stops handing out requests: the call has ended.</summary>
    public void Close() => _isClosed = true;

    private async Task<bool> TakeAsync(ValueTask<bool> read) => await Take(await read);

    private Task<bool> Take(bool hasMessage)
    {
        if (!hasMessage)
            return _atEnd;
        Current = call.Reader.Deserialize(deserializer);
        return _hasNext;
    }
}
