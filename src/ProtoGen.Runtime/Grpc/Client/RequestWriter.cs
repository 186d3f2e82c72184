namespace ProtoGen.Grpc.Client;

/// <summary>The requests of a call, but for their type: sending is cheaper in code that isn't generic.</summary>
internal abstract class RequestWriter(ClientCall call, RequestStream requests)
{
    private int _isWriting;
    private bool _isComplete;

    public WriteOptions? WriteOptions { get; set; } = call.Options.WriteOptions;

    public Task CompleteAsync()
    {
        call.EnsureNotDisposed();
        if (Volatile.Read(ref _isWriting) != 0)
            return Refuse("Can't complete the client stream writer because the previous write is in progress.");
        _isComplete = true;
        requests.Complete();
        return Task.CompletedTask;
    }

    /// <summary>Enters a write; there can be one at a time.</summary>
    /// <returns>Why not, as a failed task; null if the write can go on.</returns>
    protected Task? Begin(CancellationToken cancellationToken)
    {
        call.EnsureNotDisposed();
        if (cancellationToken.IsCancellationRequested)
            call.CancelBy(cancellationToken).Dispose();
        if (_isComplete)
            return Refuse("Request stream has already been completed.");
        if (call.Outcome is not null)
            return Task.FromException(call.CreateException());
        return Interlocked.Exchange(ref _isWriting, 1) == 0
            ? null
            : Refuse("Can't write the message because the previous write is in progress.");
    }

    protected void Finish() => Volatile.Write(ref _isWriting, 0);

    /// <summary>Sends a message and finishes the write.</summary>
    protected async Task SendAsync(Frame frame, CancellationToken cancellationToken)
    {
        var cancellation = call.CancelBy(cancellationToken);
        try
        {
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
            Finish();
        }
    }

    /// <summary>Waits until it can be told whether the call has ended, and with which status.</summary>
    protected abstract Task WaitForEndAsync();

    private static Task Refuse(string why) => Task.FromException(new InvalidOperationException(why));

    /// <summary>
    /// A write that fails usually does so because the server has ended the call; the status tells why. Where responses are
    /// still to be read, that is for the reader to find out, after them.
    /// </summary>
    private async Task<Exception> ExplainAsync(Exception exception)
    {
        await WaitForEndAsync().ConfigureAwait(false);
        return call.Outcome is null
            ? new RpcException(FailureStatus.From("Error writing the request.", exception))
            : call.CreateException(exception);
    }
}
