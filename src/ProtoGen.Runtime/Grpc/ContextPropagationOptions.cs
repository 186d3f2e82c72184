namespace ProtoGen.Grpc;

/// <summary>What a call made inside a service method takes over from the call being served.</summary>
/// <param name="propagateDeadline">Whether the deadline is taken over.</param>
/// <param name="propagateCancellation">Whether cancellation is taken over.</param>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    /// <summary>Both are taken over.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Whether the deadline is taken over.</summary>
    public bool IsPropagateDeadline { get; } = propagateDeadline;

    /// <summary>Whether cancellation is taken over.</summary>
    public bool IsPropagateCancellation { get; } = propagateCancellation;
}
