using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProtoGen.Grpc;
using ProtoGen.Runtime.Tests.Grpc.Client;
using ProtoGen.Runtime.Tests.Server;

namespace ProtoGen.Runtime.Tests.Grpc.ClientFactory;

/// <summary>A service that calls another one passes deadline and cancellation on.</summary>
public class ContextPropagationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task TheDeadlineOfTheCallBeingServedIsTakenOver()
    {
        await using var backend = await RawServer.StartAsync(http =>
            RawServer.AnswerAsync(http, RawServer.Frame(http.Request.Headers["grpc-timeout"].ToString())));
        await using var front = await StartFrontAsync(backend.Address);
        using var channel = GrpcChannel.ForAddress(front.Urls.First());
        var client = new EchoClient(channel.CreateCallInvoker());
        Assert.Equal("", await client.UnaryAsync(""));
        var timeout = await client.UnaryAsync("", new CallOptions(deadline: DateTime.UtcNow.AddSeconds(30)));
        Assert.Matches("^(2[0-9]{4}|30000)m$", timeout);
    }

    [Fact]
    public async Task CancellingTheCallBeingServedCancelsTheOther()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var backend = await RawServer.StartAsync(async http =>
        {
            started.TrySetResult();
            using var registration = http.RequestAborted.Register(() => aborted.TrySetResult());
            await aborted.Task.WaitAsync(Soon);
        });
        await using var front = await StartFrontAsync(backend.Address);
        using var channel = GrpcChannel.ForAddress(front.Urls.First());
        var call = new EchoClient(channel.CreateCallInvoker()).UnaryAsync("");
        await started.Task.WaitAsync(Soon);
        call.Dispose();
        await aborted.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task OutsideACallItFailsUnlessToldOtherwise()
    {
        await using var backend = await RawServer.StartAsync(http => RawServer.AnswerAsync(http, RawServer.Frame("ok")));
        await using var strict = new ServiceCollection()
            .AddGrpcClient<EchoClient>(o => o.Address = backend.Address).EnableCallContextPropagation()
            .Services.BuildServiceProvider();
        Assert.Throws<InvalidOperationException>(() => strict.GetRequiredService<EchoClient>().UnaryAsync(""));
        await using var lenient = new ServiceCollection()
            .AddGrpcClient<EchoClient>(o => o.Address = backend.Address)
            .EnableCallContextPropagation(o => o.SuppressContextNotFoundErrors = true)
            .Services.BuildServiceProvider();
        Assert.Equal("ok", await lenient.GetRequiredService<EchoClient>().UnaryAsync(""));
    }

    private static async Task<WebApplication> StartFrontAsync(Uri backend)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddGrpcClient<EchoClient>(o => o.Address = backend).EnableCallContextPropagation();
        var app = builder.Build();
        app.MapGrpcService<Forwarding>();
        await app.StartAsync();
        return app;
    }

    private sealed class Forwarding(EchoClient backend) : Echo.EchoBase
    {
        public override async Task<string> Unary(string request, ServerCallContext context) => await backend.UnaryAsync(request);
    }
}
