namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The responses of a streaming call.</summary>
internal sealed class ResponseStream<TResponse>(ServerCall call, Action<TResponse, SerializationContext> serializer)
    : IServerStreamWriter<TResponse>
    where TResponse : class
{
    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TResponse message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return call.WriteAsync(message, serializer, cancellationToken);
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }
}
