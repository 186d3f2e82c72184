using System.Diagnostics;

namespace ProtoGen.Grpc;

/// <summary>The outcome of a call: a code, and a text for people.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public struct Status
{
    /// <summary><see cref="StatusCode.OK"/> with no detail.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary><see cref="StatusCode.Cancelled"/> with no detail.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>Makes a status.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">What went wrong; travels as <c>grpc-message</c>.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>Makes a status that remembers the local error behind it.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">What went wrong; travels as <c>grpc-message</c>.</param>
    /// <param name="debugException">The local cause, for logs; never sent to the peer.</param>
    public Status(StatusCode statusCode, string detail, Exception? debugException)
    {
        StatusCode = statusCode;
        Detail = detail;
        DebugException = debugException;
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>What went wrong, in words; empty if nothing is known.</summary>
    public string Detail { get; }

    /// <summary>The local error that led to this status, or null. For diagnosis only.</summary>
    public Exception? DebugException { get; }

    /// <inheritdoc/>
    public override readonly string ToString() => DebugException is { } cause
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{cause.GetType()}: {cause.Message}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}
