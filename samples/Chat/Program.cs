// A server, and two guests who talk over it. docs/grpc.md walks through it.
using Chat;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc();
builder.Services.AddSingleton<Room>();
await using var app = builder.Build();
app.MapGrpcService<ChatService>();
await app.StartAsync();
var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

using (var channel = GrpcChannel.ForAddress(address))
{
    var client = new Chat.Chat.ChatClient(channel);
    using var ada = await Guest.JoinAsync(client, "Ada");
    using var grace = await Guest.JoinAsync(client, "Grace");

    await ada.SayAsync("Is anybody there?");
    Print("Grace", await grace.HearAsync());
    await grace.SayAsync("I am.");
    Print("Ada", await ada.HearAsync());

    await ada.LeaveAsync();
    await grace.LeaveAsync();

    using var history = client.History(new HistoryRequest());
    await foreach (var line in history.ResponseStream.ReadAllAsync()) Console.WriteLine($"History: {line.Author}: {line.Text}");
}

await app.StopAsync();

static void Print(string guest, Line? line) => Console.WriteLine($"{guest} hears {line?.Author}: {line?.Text}");
