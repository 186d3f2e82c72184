namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>Which services an application maps already, so that each gets one answer to calls of unknown methods.</summary>
internal sealed class MappedServices
{
    private readonly HashSet<(object Routes, string Service)> _services = [];
    private int _answers;

    /// <summary>The number of one more answer, so that two for the same calls, from different routes, don't stand on a par.</summary>
    public int NextAnswer() => Interlocked.Increment(ref _answers);

    /// <returns>Whether the service is new there; the empty name stands for the answer to unknown services.</returns>
    public bool Add(object routes, string service) => _services.Add((routes, service));
}
