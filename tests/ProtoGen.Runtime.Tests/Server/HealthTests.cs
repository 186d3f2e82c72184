using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ProtoGen.Grpc;
using ProtoGen.Grpc.AspNetCore.HealthChecks;
using ProtoGen.Grpc.AspNetCore.HealthChecks.V1;
using ServingStatus = ProtoGen.Grpc.AspNetCore.HealthChecks.V1.HealthCheckResponse.Types.ServingStatus;

namespace ProtoGen.Runtime.Tests.Server;

public class HealthTests
{
    private static readonly Method<string, string> _check = Create(MethodType.Unary, "Check");
    private static readonly Method<string, string> _list = Create(MethodType.Unary, "List");
    private static readonly Method<string, string> _watch = Create(MethodType.ServerStreaming, "Watch");

    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    internal async Task AServerServesUnlessACheckIsUnhealthy(HealthStatus health, ServingStatus expected)
    {
        await using var server = await StartAsync(new Source { Health = health });

        var answer = await server.CallAsync(_check, Request(""));

        Assert.Equal(expected, HealthCheckResponse.Parser.ParseFrom(answer.Messages.Single().Payload).Status);
    }

    [Fact]
    public async Task ChecksThatDoNotCountForAServiceLeaveItHealthy()
    {
        await using var server = await StartAsync(
            new Source { Health = HealthStatus.Unhealthy },
            options => options.Services.Map("front", check => check.Tags.Contains("front")));

        var answer = await server.CallAsync(_check, Request("front"));

        Assert.Equal(ServingStatus.Serving, HealthCheckResponse.Parser.ParseFrom(answer.Messages.Single().Payload).Status);
    }

    [Fact]
    public async Task AnUnknownServiceIsNotFound()
    {
        await using var server = await StartAsync(new Source());

        Assert.Equal(StatusCode.NotFound, (await server.CallAsync(_check, Request("nobody"))).Status);
    }

    [Fact]
    public async Task AllServicesAreListed()
    {
        await using var server = await StartAsync(new Source(), options => options.Services.Map("front", _ => true));

        var answer = await server.CallAsync(_list, WireCall.Frame([]));

        var statuses = HealthListResponse.Parser.ParseFrom(answer.Messages.Single().Payload).Statuses;
        Assert.Equal(["", "front"], statuses.Keys.Order());
    }

    [Fact]
    public async Task AWatcherIsToldOfEachChange()
    {
        var source = new Source();
        await using var server = await StartAsync(source);
        await using var call = await WatchAsync(server, "");
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        source.Health = HealthStatus.Unhealthy;

        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
        source.Health = HealthStatus.Healthy;
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));
    }

    [Fact]
    public async Task AWatcherOfAnUnknownServiceIsToldSoAndWaits()
    {
        await using var server = await StartAsync(new Source());
        await using var call = await WatchAsync(server, "nobody");

        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(call));
    }

    [Fact]
    public async Task AWatcherIsToldWhenTheServerStops()
    {
        var server = await StartAsync(new Source());
        await using var call = await WatchAsync(server, "");
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        var stopping = server.StopAsync();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
        Assert.Null(await call.ReceiveAsync());
        await stopping;
        await server.DisposeAsync();
    }

    private static Method<string, string> Create(MethodType type, string name) =>
        new(type, "grpc.health.v1.Health", name, TestMethods.Text, TestMethods.Text);

    private static byte[] Request(string service) => WireCall.Frame(new HealthCheckRequest { Service = service }.ToByteArray());

    private static async Task<DuplexCall> WatchAsync(TestServer server, string service)
    {
        var call = DuplexCall.Start(server, _watch);
        await call.SendBytesAsync(Request(service));
        call.CompleteRequests();
        return call;
    }

    private static async Task<ServingStatus> NextAsync(DuplexCall call) =>
        HealthCheckResponse.Parser.ParseFrom((await call.ReceiveBytesAsync())!).Status;

    private static Task<TestServer> StartAsync(Source source, Action<GrpcHealthChecksOptions>? options = null) => TestServer.StartAsync(
        app => app.MapGrpcHealthChecksService(),
        services: services =>
        {
            services.AddGrpcHealthChecks(options ?? (static _ => { })).AddCheck("source", () => new HealthCheckResult(source.Health));
            services.Configure<HealthCheckPublisherOptions>(publisher =>
            {
                publisher.Delay = TimeSpan.Zero;
                publisher.Period = TimeSpan.FromSeconds(1);
            });
        });

    private sealed class Source
    {
        public volatile HealthStatus Health = HealthStatus.Healthy;
    }
}
