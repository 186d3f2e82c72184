using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ProtoGen.Grpc.AspNetCore.HealthChecks.V1;
using ServingStatus = ProtoGen.Grpc.AspNetCore.HealthChecks.V1.HealthCheckResponse.Types.ServingStatus;

namespace ProtoGen.Grpc.AspNetCore.HealthChecks;

/// <summary>The service <c>grpc.health.v1.Health</c> on ASP.NET Core's health checks.</summary>
internal sealed class HealthService(
    HealthCheckService healthChecks,
    HealthStatuses statuses,
    IOptions<GrpcHealthChecksOptions> options,
    IHostApplicationLifetime lifetime) : Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!options.Value.Services.TryGet(request.Service, out var mapping))
            throw new RpcException(new Status(StatusCode.NotFound, $"The service '{request.Service}' is unknown."));
        return new HealthCheckResponse { Status = await GetAsync(mapping, context.CancellationToken) };
    }

    public override async Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var response = new HealthListResponse();
        foreach (var mapping in options.Value.Services)
        {
            var status = await GetAsync(mapping, context.CancellationToken);
            response.Statuses.Add(mapping.Name, new HealthCheckResponse { Status = status });
        }
        return response;
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var stop = options.Value.SuppressCompletionOnShutdown
            ? CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken)
            : CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        ServingStatus? sent = null;
        try
        {
            var changed = statuses.Changed;
            var status = options.Value.Services.TryGet(request.Service, out var mapping)
                ? await GetAsync(mapping, stop.Token)
                : ServingStatus.ServiceUnknown;
            while (true)
            {
                if (status != sent)
                    await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
                sent = status;
                await changed.WaitAsync(stop.Token);
                changed = statuses.Changed;
                status = statuses.Find(request.Service) ?? ServingStatus.ServiceUnknown;
            }
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            if (sent != ServingStatus.NotServing)
                await responseStream.WriteAsync(new HealthCheckResponse { Status = ServingStatus.NotServing });
            throw new RpcException(new Status(StatusCode.Unavailable, "The server is stopping."));
        }
    }

    private async Task<ServingStatus> GetAsync(ServiceMapping mapping, CancellationToken cancellationToken)
    {
        if (options.Value.UseHealthChecksCache)
            return statuses.Find(mapping.Name) ?? ServingStatus.NotServing;
        var report = await healthChecks.CheckHealthAsync(
            registration => mapping.HealthCheckPredicate(new HealthCheckMapContext(registration.Name, registration.Tags)),
            cancellationToken);
        return HealthStatuses.Combine(report.Entries.Values.Select(entry => entry.Status));
    }
}
