namespace ProtoGen.Grpc.Client;

/// <summary>The responses of a call.</summary>
internal sealed class ResponseReader<TRequest, TResponse>(StreamingCall<TRequest, TResponse> call)
    : ResponseReader(call), IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private static readonly Task<bool> HasNext = Task.FromResult(true);
    private static readonly Task<bool> HasEnded = Task.FromResult(false);

    public TResponse Current { get; private set; } = null!;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        call.EnsureNotDisposed();
        if (cancellationToken.IsCancellationRequested)
            call.CancelBy(cancellationToken).Dispose();
        if (!TryBegin())
        {
            return Task.FromException<bool>(new InvalidOperationException(
                "Can't read the next message because the previous read is still in progress."));
        }
        try
        {
            if (call.Outcome is { } outcome)
                return Stop(outcome.IsSuccess ? HasEnded : Task.FromException<bool>(call.CreateException()));
            if (TryTake())
                return Stop(HasNext);
            Clear();
            return ReadAsync(call.Started, cancellationToken);
        }
        catch (Exception exception)
        {
            return Stop(Task.FromException<bool>(call.Fail(Reading, exception)));
        }
    }

    protected override void Take(MessageReader messages) => Current = call.Deserialize(messages);

    protected override void Clear() => Current = null!;

    private Task<bool> Stop(Task<bool> result)
    {
        if (result != HasNext)
            Current = null!;
        Finish();
        return result;
    }
}
