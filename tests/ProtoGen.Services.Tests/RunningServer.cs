using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProtoGen.Services.Tests;

/// <summary>A server on loopback that a test started.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RunningServer(WebApplication application)
    {
        _application = application;
        Channel = GrpcChannel.ForAddress(Address);
    }

    /// <summary>Gets the server's address.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Gets a channel to the server.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>Starts a server with a service.</summary>
    public static async Task<RunningServer> StartAsync<TService>(
        Action<IServiceCollection>? configure = null, Action<WebApplication>? map = null, HttpProtocols protocols = HttpProtocols.Http2)
        where TService : class
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Services.AddGrpc();
        configure?.Invoke(builder.Services);
        var application = builder.Build();
        application.UseRouting();
        map?.Invoke(application);
        application.MapGrpcService<TService>();
        await application.StartAsync();
        return new RunningServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _application.DisposeAsync();
    }
}
