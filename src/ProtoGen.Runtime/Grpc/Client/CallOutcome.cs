namespace ProtoGen.Grpc.Client;

/// <summary>How a call ended.</summary>
/// <param name="status">The status.</param>
/// <param name="hasTrailers">Whether the server ended it, so that there are trailers to ask for.</param>
internal sealed class CallOutcome(Status status, bool hasTrailers)
{
    public static readonly CallOutcome Success = new(Status.DefaultSuccess, hasTrailers: true);

    public Status Status => status;

    public bool HasTrailers => hasTrailers;

    public bool IsSuccess => status.StatusCode == StatusCode.OK;

    /// <summary>The end that a server's status makes.</summary>
    public static CallOutcome FromServer(Status status) =>
        status is { StatusCode: StatusCode.OK, Detail: "" } ? Success : new CallOutcome(status, hasTrailers: true);

    /// <summary>An end that this side made.</summary>
    public static CallOutcome FromClient(Status status) => new(status, hasTrailers: false);
}
