namespace ProtoGen.Grpc;

/// <summary>The token of a call being served.</summary>
internal sealed class ServerContextPropagationToken(ServerCallContext context, ContextPropagationOptions? options)
    : ContextPropagationToken
{
    private readonly ContextPropagationOptions _options = options ?? ContextPropagationOptions.Default;

    internal override DateTime? Deadline => _options.IsPropagateDeadline ? context.Deadline : null;

    internal override CancellationToken CancellationToken =>
        _options.IsPropagateCancellation ? context.CancellationToken : CancellationToken.None;
}
