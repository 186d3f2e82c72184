using System.IO.Pipelines;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The responses of a streaming call.</summary>
internal sealed class ResponseStream<TResponse>(ServerCall call, Action<TResponse, SerializationContext> serializer)
    : IServerStreamWriter<TResponse>
    where TResponse : class
{
    private bool _isClosed;

    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TResponse message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        ValueTask<FlushResult> flush;
        try
        {
            if (_isClosed)
                throw new InvalidOperationException("Can't write the message because the request is complete.");
            flush = call.BeginWrite(message, serializer, cancellationToken);
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
        if (!flush.IsCompletedSuccessfully)
            return FinishAsync(flush);
        NoteEnd(flush.Result);
        call.EndWrite();
        return Task.CompletedTask;
    }

    /// <summary>Takes no more responses: the call has ended.</summary>
    public void Close() => _isClosed = true;

    private async Task FinishAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            NoteEnd(await flush);
        }
        finally
        {
            call.EndWrite();
        }
    }

    // Nobody takes what is written any more: the client is gone.
    private void NoteEnd(FlushResult result) => _isClosed |= result.IsCompleted;
}
