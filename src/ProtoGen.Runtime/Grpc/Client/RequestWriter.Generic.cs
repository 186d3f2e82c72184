namespace ProtoGen.Grpc.Client;

/// <summary>The requests of a call.</summary>
internal sealed class RequestWriter<TRequest, TResponse>(StreamingCall<TRequest, TResponse> call, RequestStream requests)
    : RequestWriter(call, requests), IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Begin(cancellationToken) is { } refusal)
            return refusal;
        Frame frame;
        try
        {
            frame = call.Serialize(message, WriteOptions);
        }
        catch (Exception exception)
        {
            Finish();
            return Task.FromException(exception);
        }
        return SendAsync(frame, cancellationToken);
    }

    protected override async Task WaitForEndAsync()
    {
        await call.Started.ConfigureAwait(false);
        await call.EndedByItself.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
