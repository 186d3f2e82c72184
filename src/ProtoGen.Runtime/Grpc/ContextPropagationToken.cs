namespace ProtoGen.Grpc;

/// <summary>
/// Ties calls made inside a service method to the call being served. Comes from
/// <see cref="ServerCallContext.CreatePropagationToken"/> and goes into <see cref="CallOptions"/>.
/// </summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }

    /// <summary>The deadline that the outgoing call must keep, in UTC; null if it is not taken over.</summary>
    internal abstract DateTime? Deadline { get; }

    /// <summary>Cancels the outgoing call.</summary>
    internal abstract CancellationToken CancellationToken { get; }
}
