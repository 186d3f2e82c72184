namespace ProtoGen.Grpc.Client;

/// <summary>Brings together the caller's writes and the body that the HTTP client asks for.</summary>
internal sealed class RequestStream
{
    private readonly TaskCompletionSource<Stream> _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The body, once the HTTP client asks for it.</summary>
    public Task<Stream> Body => _attached.Task;

    /// <summary>Takes the body; the task ends when it is complete.</summary>
    /// <exception cref="InvalidOperationException">A body was taken before: what was written to it can't be repeated.</exception>
    public Task AttachAsync(Stream body) => _attached.TrySetResult(body)
        ? _completed.Task
        : throw new InvalidOperationException("A streaming request can't be sent twice.");

    /// <summary>Ends the body.</summary>
    public void Complete() => _completed.TrySetResult();

    /// <summary>Gives up: the call is over.</summary>
    public void Abort()
    {
        _attached.TrySetCanceled();
        _completed.TrySetCanceled();
    }
}
