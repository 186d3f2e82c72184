namespace ProtoGen.Grpc;

/// <summary>A stream of messages to write, one at a time.</summary>
/// <typeparam name="T">The message type.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How to write the messages from here on; null for the default.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message. The next write may start when this one is done.</summary>
    /// <param name="message">The message.</param>
    Task WriteAsync(T message);

    /// <summary>Writes a message. The next write may start when this one is done.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the write, and with it the call.</param>
    /// <exception cref="NotSupportedException">The token can be cancelled and this writer can't cancel a write.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("Cancellation of stream writes is not supported by this gRPC implementation.")
        : WriteAsync(message);
}
