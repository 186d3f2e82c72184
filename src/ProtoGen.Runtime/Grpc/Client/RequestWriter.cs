namespace ProtoGen.Grpc.Client;

/// <summary>The requests of a call.</summary>
internal sealed class RequestWriter<TRequest, TResponse>(StreamingCall<TRequest, TResponse> call, RequestStream requests)
    : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private int _isWriting;
    private bool _isComplete;

    public WriteOptions? WriteOptions { get; set; } = call.Options.WriteOptions;

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        call.EnsureNotDisposed();
        if (cancellationToken.IsCancellationRequested)
            call.CancelBy(cancellationToken).Dispose();
        if (_isComplete)
            return Refuse("Request stream has already been completed.");
        if (call.Outcome is not null)
            return Task.FromException(call.CreateException());
        return Interlocked.Exchange(ref _isWriting, 1) == 0
            ? WriteFrameAsync(message, cancellationToken)
            : Refuse("Can't write the message because the previous write is in progress.");
    }

    public Task CompleteAsync()
    {
        call.EnsureNotDisposed();
        if (Volatile.Read(ref _isWriting) != 0)
            return Refuse("Can't complete the client stream writer because the previous write is in progress.");
        _isComplete = true;
        requests.Complete();
        return Task.CompletedTask;
    }

    private static Task Refuse(string why) => Task.FromException(new InvalidOperationException(why));

    private async Task WriteFrameAsync(TRequest message, CancellationToken cancellationToken)
    {
        var cancellation = call.CancelBy(cancellationToken);
        try
        {
            var frame = call.Serialize(message, WriteOptions);
            var body = await requests.Body.ConfigureAwait(false);
            await body.WriteAsync(frame.Memory, call.CancellationToken).ConfigureAwait(false);
            if (((WriteOptions?.Flags ?? default) & WriteFlags.BufferHint) == 0)
                await body.FlushAsync(call.CancellationToken).ConfigureAwait(false);
            frame.Return();
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw await ExplainAsync(exception).ConfigureAwait(false);
        }
        finally
        {
            cancellation.Unregister();
            Volatile.Write(ref _isWriting, 0);
        }
    }

    /// <summary>
    /// A write that fails usually does so because the server has ended the call; the status tells why. Where responses are
    /// still to be read, that is for the reader to find out, after them.
    /// </summary>
    private async Task<Exception> ExplainAsync(Exception exception)
    {
        await call.Started.ConfigureAwait(false);
        await call.EndedByItself.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return call.Outcome is null
            ? new RpcException(FailureStatus.From("Error writing the request.", exception))
            : call.CreateException(exception);
    }
}
