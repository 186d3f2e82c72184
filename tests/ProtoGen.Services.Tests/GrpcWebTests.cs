using System.Net;
using Acme.Shops;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ProtoGen.Services.Tests;

/// <summary>Tests calls over HTTP/1.1 with Grpc.AspNetCore.Web and Grpc.Net.Client.Web.</summary>
public sealed class GrpcWebTests
{
    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task UnaryAndServerStreamingCallsAreAnswered(GrpcWebMode mode)
    {
        await using var server = await RunningServer.StartAsync<ShopService>(
            map: application => application.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }), protocols: HttpProtocols.Http1);
        var options = new GrpcChannelOptions
        {
            HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()),
            HttpVersion = HttpVersion.Version11,
        };
        using var channel = GrpcChannel.ForAddress(server.Address, options);
        var client = new Shop.ShopClient(channel);
        Assert.Equal(3, (await client.FindAsync(new FindRequest { Id = "tea" })).Price);

        using var list = client.List(new ListRequest { Ids = { "a", "bb" } });
        Assert.Equal((long[])[1, 2], await list.ResponseStream.ReadAllAsync().Select(article => article.Price).ToArrayAsync());
    }
}
