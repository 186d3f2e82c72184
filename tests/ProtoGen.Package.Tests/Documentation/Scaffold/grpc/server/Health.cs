using Microsoft.Extensions.Diagnostics.HealthChecks;

static class Health
{
    public static void Add(WebApplicationBuilder builder, WebApplication app)
    {
SNIPPET
    }

    private sealed class DatabaseCheck : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(HealthCheckResult.Healthy());
    }
}
