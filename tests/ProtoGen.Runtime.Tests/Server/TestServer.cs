using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProtoGen.Grpc;
using ProtoGen.Grpc.AspNetCore.Server;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>
/// An application on Kestrel, on a free port of the loopback, with a client that speaks HTTP/2 to it. No call may end in an error
/// that the web server has to handle; disposing asserts that.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ErrorLog _errors;

    private TestServer(WebApplication application, ErrorLog errors)
    {
        _application = application;
        _errors = errors;
        Address = new Uri(application.Urls.Single());
        Http = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
        {
            BaseAddress = Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _application.Services;

    public static async Task<TestServer> StartAsync(
        Action<WebApplication> map,
        Action<GrpcServiceOptions>? options = null,
        Action<IServiceCollection>? services = null,
        Action<KestrelServerOptions>? kestrel = null,
        HttpProtocols protocols = HttpProtocols.Http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var errors = new ErrorLog();
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
            kestrel?.Invoke(server);
        });
        builder.Services.AddGrpc(options ?? (static _ => { }));
        services?.Invoke(builder.Services);
        var application = builder.Build();
        map(application);
        await application.StartAsync();
        return new TestServer(application, errors);
    }

    public static Task<TestServer> StartUnaryAsync(
        UnaryServerMethod<string, string> handler, Action<GrpcServiceOptions>? options = null) =>
        StartAsync(definition => definition.AddMethod(TestMethods.Unary, handler), options);

    public static Task<TestServer> StartClientStreamingAsync(
        ClientStreamingServerMethod<string, string> handler, Action<GrpcServiceOptions>? options = null) =>
        StartAsync(definition => definition.AddMethod(TestMethods.ClientStreaming, handler), options);

    public static Task<TestServer> StartServerStreamingAsync(
        ServerStreamingServerMethod<string, string> handler, Action<GrpcServiceOptions>? options = null) =>
        StartAsync(definition => definition.AddMethod(TestMethods.ServerStreaming, handler), options);

    public static Task<TestServer> StartDuplexStreamingAsync(
        DuplexStreamingServerMethod<string, string> handler, Action<GrpcServiceOptions>? options = null) =>
        StartAsync(definition => definition.AddMethod(TestMethods.DuplexStreaming, handler), options);

    /// <summary>Stops as an application does, giving calls two seconds.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _application.StopAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        await _application.DisposeAsync();
        Assert.Empty(_errors.Messages);
    }

    private static Task<TestServer> StartAsync(
        Func<ServerServiceDefinition.Builder, ServerServiceDefinition.Builder> add, Action<GrpcServiceOptions>? options) =>
        StartAsync(app => app.MapGrpcService(add(ServerServiceDefinition.CreateBuilder()).Build()), options);
}
