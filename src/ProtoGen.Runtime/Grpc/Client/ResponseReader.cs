namespace ProtoGen.Grpc.Client;

/// <summary>The responses of a call, but for their type: a wait for a response is cheaper in code that isn't generic.</summary>
internal abstract class ResponseReader(ClientCall call)
{
    protected const string Reading = "Error reading next message.";

    private MessageReader? _messages;
    private int _isReading;

    /// <summary>Enters a read; there can be one at a time.</summary>
    protected bool TryBegin() => Interlocked.Exchange(ref _isReading, 1) == 0;

    protected void Finish() => Volatile.Write(ref _isReading, 0);

    /// <summary>Takes the next response if all of it has come already.</summary>
    protected bool TryTake()
    {
        if (_messages is null || !_messages.TryMoveNext())
            return false;
        Take(_messages);
        return true;
    }

    /// <summary>Waits for the next response, which <see cref="Take"/> has taken then, or for the end; then finishes the read.</summary>
    /// <param name="started">Ends when the response's headers have come, or the call has ended without them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    protected async Task<bool> ReadAsync(Task started, CancellationToken cancellationToken)
    {
        var cancellation = call.CancelBy(cancellationToken);
        try
        {
            await started.ConfigureAwait(false);
            if (call.Outcome is null)
            {
                var messages = _messages ??= await call.OpenBodyAsync().ConfigureAwait(false);
                do
                {
                    if (!messages.TryMoveNext())
                        continue;
                    Take(messages);
                    return true;
                }
                while (messages.Append(await messages.FillAsync(call.CancellationToken).ConfigureAwait(false)));
                messages.Return();
                _messages = null;
                call.EndWithTrailers();
            }
            Clear();
            return call.Outcome!.IsSuccess ? false : throw call.CreateException();
        }
        catch (Exception exception) when (call.Outcome is null || exception is not RpcException)
        {
            throw call.Fail(Reading, exception);
        }
        finally
        {
            cancellation.Unregister();
            Finish();
        }
    }

    /// <summary>Makes the message that the reader is at the current one.</summary>
    protected abstract void Take(MessageReader messages);

    /// <summary>There is no current message any more.</summary>
    protected abstract void Clear();
}
