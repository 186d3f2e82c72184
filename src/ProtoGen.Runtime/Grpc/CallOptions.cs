namespace ProtoGen.Grpc;

/// <summary>Options for one call. A value: the <c>With</c> methods return changed copies.</summary>
public struct CallOptions
{
    /// <summary>Makes options; what is left out has its default.</summary>
    /// <param name="headers">Headers to send.</param>
    /// <param name="deadline">When the call ends with <see cref="StatusCode.DeadlineExceeded"/>, in UTC.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">How to write messages.</param>
    /// <param name="propagationToken">Ties the call to one being served.</param>
    /// <param name="credentials">Credentials for this call, added to those of the channel.</param>
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>Headers to send, or null.</summary>
    public Metadata? Headers { get; private init; }

    /// <summary>When the call ends with <see cref="StatusCode.DeadlineExceeded"/>, in UTC; null for never.</summary>
    public DateTime? Deadline { get; private init; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; private init; }

    /// <summary>How to write messages, or null for the default.</summary>
    public WriteOptions? WriteOptions { get; private init; }

    /// <summary>Ties the call to one being served, or null.</summary>
    public ContextPropagationToken? PropagationToken { get; private init; }

    /// <summary>Credentials for this call, or null.</summary>
    public CallCredentials? Credentials { get; private init; }

    /// <summary>Whether the call waits while the server can't be reached, instead of failing at once.</summary>
    public bool IsWaitForReady { get; private init; }

    /// <summary>A copy with these headers.</summary>
    /// <param name="headers">Headers to send.</param>
    public readonly CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>A copy with this deadline.</summary>
    /// <param name="deadline">In UTC.</param>
    public readonly CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>A copy with this cancellation token.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public readonly CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>A copy with these write options.</summary>
    /// <param name="writeOptions">How to write messages.</param>
    public readonly CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>A copy with this propagation token.</summary>
    /// <param name="propagationToken">Ties the call to one being served.</param>
    public readonly CallOptions WithPropagationToken(ContextPropagationToken propagationToken) =>
        this with { PropagationToken = propagationToken };

    /// <summary>A copy with these credentials.</summary>
    /// <param name="credentials">Credentials for this call.</param>
    public readonly CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    /// <summary>A copy that waits, or doesn't, while the server can't be reached.</summary>
    /// <param name="waitForReady">Whether to wait.</param>
    public readonly CallOptions WithWaitForReady(bool waitForReady = true) => this with { IsWaitForReady = waitForReady };
}
