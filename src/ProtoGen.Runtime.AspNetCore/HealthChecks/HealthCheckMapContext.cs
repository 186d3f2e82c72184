namespace ProtoGen.Grpc.AspNetCore.HealthChecks;

/// <summary>A health check that may count for a service.</summary>
/// <param name="name">The name it was registered with.</param>
/// <param name="tags">The tags it was registered with.</param>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    /// <summary>The name it was registered with.</summary>
    public string Name { get; } = name;

    /// <summary>The tags it was registered with.</summary>
    public IEnumerable<string> Tags { get; } = tags;
}
