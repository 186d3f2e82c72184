namespace ProtoGen.Grpc.AspNetCore.HealthChecks;

/// <summary>What the health service answers.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>The services with a health; to begin with the empty name alone, for which all health checks count.</summary>
    public ServiceMappingCollection Services { get; } = new();

    /// <summary>
    /// Whether questions are answered from the last results that the health check publisher brought, instead of running the health
    /// checks for each question. The first results come some seconds after the start; until then the answer is unhealthy.
    /// </summary>
    public bool UseHealthChecksCache { get; set; }

    /// <summary>Whether watching clients are left alone, instead of told that the server stops, when it does.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }
}
