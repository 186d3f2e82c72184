using System.Diagnostics;
using System.Globalization;
using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Peer;
using ProtoGen.Benchmarks.GrpcPeer;

// One side of the benchmark suite grpc. "server" prints its address, then answers each line of its input with the bytes that it has
// allocated. "client ADDRESS" answers each line KIND PAYLOAD MILLISECONDS with messages, milliseconds and bytes allocated.
switch (args)
{
    case ["server"]:
        await ServeAsync();
        break;
    case ["client", var address]:
        await CallAsync(address);
        break;
    default:
        throw new ArgumentException("usage: server | client ADDRESS");
}

static async Task ServeAsync()
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
    builder.Services.AddGrpc();
    await using var application = builder.Build();
    application.MapGrpcService<EchoService>();
    await application.StartAsync();
    Console.WriteLine(application.Urls.Single());
    while (Console.ReadLine() is not null) Console.WriteLine(GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));
}

static async Task CallAsync(string address)
{
    using var channel = GrpcChannel.ForAddress(address);
    var cells = new Cells(new Echo.EchoClient(channel));
    while (Console.ReadLine()?.Split(' ') is [var kind, var payload, var milliseconds])
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        var count = await cells.RunAsync(kind, payload, TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture)));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {elapsed} {GC.GetTotalAllocatedBytes() - allocated}"));
    }
}
