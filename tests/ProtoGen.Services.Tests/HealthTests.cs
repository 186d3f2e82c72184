using Acme.Shops;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ProtoGen.Services.Tests;

/// <summary>Tests Grpc.AspNetCore.HealthChecks beside a generated service.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task EachServiceHasItsOwnHealth()
    {
        await using var server = await RunningServer.StartAsync<ShopService>(
            services => services.AddGrpcHealthChecks(
                options => options.Services.Map(Shop.Descriptor.FullName, check => check.Tags.Contains("shop")))
                .AddCheck("database", () => HealthCheckResult.Healthy(), ["shop"])
                .AddCheck("cellar", () => HealthCheckResult.Unhealthy()),
            application => application.MapGrpcHealthChecksService());
        var client = new Health.HealthClient(server.Channel);
        Assert.Equal(
            HealthCheckResponse.Types.ServingStatus.Serving,
            (await client.CheckAsync(new HealthCheckRequest { Service = "acme.shop.Shop" })).Status);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest())).Status);
    }
}
