namespace ProtoGen.Grpc.AspNetCore.HealthChecks;

/// <summary>A service that clients can ask the health of, and the health checks that count for it.</summary>
/// <param name="name">The service's name; empty for the server as a whole.</param>
/// <param name="healthCheckPredicate">Chooses the health checks.</param>
public sealed class ServiceMapping(string name, Func<HealthCheckMapContext, bool> healthCheckPredicate)
{
    /// <summary>The service's name; empty for the server as a whole.</summary>
    public string Name { get; } = name;

    /// <summary>Chooses the health checks that count for the service.</summary>
    public Func<HealthCheckMapContext, bool> HealthCheckPredicate { get; } = healthCheckPredicate;
}
