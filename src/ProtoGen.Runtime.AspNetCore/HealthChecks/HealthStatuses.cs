using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServingStatus = ProtoGen.Grpc.AspNetCore.HealthChecks.V1.HealthCheckResponse.Types.ServingStatus;

namespace ProtoGen.Grpc.AspNetCore.HealthChecks;

/// <summary>The last known health of each service, brought by ASP.NET Core's health check publisher, and who waits for changes.</summary>
internal sealed class HealthStatuses(IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<string, ServingStatus> _known = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource _changed = NewSignal();

    /// <summary>Ends with the next change of any service's health.</summary>
    public Task Changed => _changed.Task;

    /// <summary>The health as last brought; null before the first time.</summary>
    public ServingStatus? Find(string service) => _known.TryGetValue(service, out var status) ? status : null;

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var mapping in options.Value.Services)
        {
            var counting = report.Entries
                .Where(entry => mapping.HealthCheckPredicate(new HealthCheckMapContext(entry.Key, entry.Value.Tags)))
                .Select(entry => entry.Value.Status);
            _known[mapping.Name] = Combine(counting);
        }
        Interlocked.Exchange(ref _changed, NewSignal()).SetResult();
        return Task.CompletedTask;
    }

    /// <summary>A service is as healthy as its least healthy part; degraded still serves.</summary>
    public static ServingStatus Combine(IEnumerable<HealthStatus> statuses) =>
        statuses.Contains(HealthStatus.Unhealthy) ? ServingStatus.NotServing : ServingStatus.Serving;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
