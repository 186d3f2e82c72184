namespace ProtoGen.Grpc.Client;

/// <summary>The responses of a call.</summary>
internal sealed class ResponseReader<TRequest, TResponse>(StreamingCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private static readonly Task<bool> HasNext = Task.FromResult(true);
    private static readonly Task<bool> HasEnded = Task.FromResult(false);

    private MessageReader? _messages;
    private TResponse? _current;
    private int _isReading;

    public TResponse Current => _current ?? throw new InvalidOperationException("There is no current message.");

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        call.EnsureNotDisposed();
        if (cancellationToken.IsCancellationRequested)
            call.CancelBy(cancellationToken).Dispose();
        if (Interlocked.Exchange(ref _isReading, 1) != 0)
        {
            return Task.FromException<bool>(new InvalidOperationException(
                "Can't read the next message because the previous read is still in progress."));
        }
        try
        {
            if (call.Outcome is { } outcome)
                return Stop(outcome.IsSuccess ? HasEnded : Task.FromException<bool>(call.CreateException()));
            if (_messages is null || !_messages.TryMoveNext())
                return MoveNextAsync(cancellationToken);
            _current = call.Deserialize(_messages);
            return Stop(HasNext);
        }
        catch (Exception exception)
        {
            return Stop(Task.FromException<bool>(call.Fail(Reading, exception)));
        }
    }

    private const string Reading = "Error reading next message.";

    private async Task<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        var cancellation = call.CancelBy(cancellationToken);
        try
        {
            await call.Started.ConfigureAwait(false);
            if (call.Outcome is null)
            {
                _messages ??= await call.OpenBodyAsync().ConfigureAwait(false);
                do
                {
                    if (!_messages.TryMoveNext())
                        continue;
                    _current = call.Deserialize(_messages);
                    return true;
                }
                while (_messages.Append(await _messages.FillAsync(call.CancellationToken).ConfigureAwait(false)));
                _messages.Return();
                _messages = null;
                call.EndWithTrailers();
            }
            _current = null;
            return call.Outcome!.IsSuccess ? false : throw call.CreateException();
        }
        catch (Exception exception) when (call.Outcome is null || exception is not RpcException)
        {
            throw call.Fail(Reading, exception);
        }
        finally
        {
            cancellation.Unregister();
            Volatile.Write(ref _isReading, 0);
        }
    }

    private Task<bool> Stop(Task<bool> result)
    {
        if (result != HasNext)
            _current = null;
        Volatile.Write(ref _isReading, 0);
        return result;
    }
}
