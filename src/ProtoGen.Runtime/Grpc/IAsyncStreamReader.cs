namespace ProtoGen.Grpc;

/// <summary>A stream of messages to read, one at a time.</summary>
/// <typeparam name="T">The message type.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> read; null before the first, after the last and while one is waited for.</summary>
    T Current { get; }

    /// <summary>Reads the next message into <see cref="Current"/>.</summary>
    /// <param name="cancellationToken">Cancels the read, and with it the call.</param>
    /// <returns>True if there was one; false at the end of the stream.</returns>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
