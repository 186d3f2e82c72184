using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProtoGen.Benchmarks.Grpc.Floor;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>
/// The server, in a process of its own: both services on one endpoint. Prints its port, then answers each line of its input with
/// what it has used so far or what it holds, and ends with its input.
/// </summary>
internal static class GrpcServer
{
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            // Kestrel turns calls away when twice as many streams have been reset and not yet ended: the soak resets many.
            server.Limits.Http2.MaxStreamsPerConnection = 1000;
            server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        await using var application = builder.Build();
        application.MapGrpcService<ExchangeService>();
        FloorServer.Map(application);
        await application.StartAsync();
        Console.WriteLine(new Uri(application.Urls.Single()).Port);
        while (await Console.In.ReadLineAsync() is { } question)
        {
            Console.WriteLine(question == ServerProcess.MemoryQuestion
                ? ProcessMemory.OfThisProcess().ToText()
                : ProcessUsage.OfThisProcess().ToText());
        }
        return 0;
    }
}
