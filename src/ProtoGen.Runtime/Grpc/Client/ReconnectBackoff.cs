namespace ProtoGen.Grpc.Client;

/// <summary>How long to wait between attempts to connect: longer each time, and never in step with other clients.</summary>
internal sealed class ReconnectBackoff(GrpcChannel channel)
{
    private const double Growth = 1.6;
    private const double Jitter = 0.2;

    private TimeSpan _next = channel.InitialReconnectBackoff;

    public TimeSpan Next()
    {
        var current = _next;
        _next *= Growth;
        if (channel.MaxReconnectBackoff is { } longest && _next > longest)
            _next = longest;
        return current * (1 + (Jitter * ((Random.Shared.NextDouble() * 2) - 1)));
    }
}
