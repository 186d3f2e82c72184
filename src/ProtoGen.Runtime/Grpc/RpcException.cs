namespace ProtoGen.Grpc;

/// <summary>
/// A call that ended with a status other than OK. Thrown to callers; thrown by service methods to set the status.
/// </summary>
public class RpcException : Exception
{
    /// <summary>Makes an exception for a status.</summary>
    /// <param name="status">The outcome of the call.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>Makes an exception for a status, with a message of its own.</summary>
    /// <param name="status">The outcome of the call.</param>
    /// <param name="message">The exception's message; does not travel.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Makes an exception for a status with trailers.</summary>
    /// <param name="status">The outcome of the call.</param>
    /// <param name="trailers">Metadata that goes with the status.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Makes an exception for a status with trailers and a message of its own.</summary>
    /// <param name="status">The outcome of the call.</param>
    /// <param name="trailers">Metadata that goes with the status.</param>
    /// <param name="message">The exception's message; does not travel.</param>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>The outcome of the call.</summary>
    public Status Status { get; }

    /// <summary>The code in <see cref="Status"/>, handy in exception filters.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers of the call; empty if there were none.</summary>
    public Metadata Trailers { get; }
}
