using Acme.Shops;
using Grpc.Core;

namespace ProtoGen.Services.Tests;

/// <summary>Tests the four kinds of calls.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task EachKindOfCallIsAnswered()
    {
        await using var server = await RunningServer.StartAsync<ShopService>();
        var client = new Shop.ShopClient(server.Channel);
        var ids = new List<string>();
        long[] prices = [1, 20];

        // One request, one response. client.Find(...) is the same, blocking.
        var article = await client.FindAsync(new FindRequest { Id = "tea" }, deadline: DateTime.UtcNow.AddSeconds(30));

        // The server streams.
        using var list = client.List(new ListRequest { Ids = { "a", "bb" } });
        await foreach (var item in list.ResponseStream.ReadAllAsync())
            ids.Add(item.Id);

        // The client streams.
        using var sum = client.Sum();
        foreach (var price in prices)
            await sum.RequestStream.WriteAsync(new Article { Price = price });
        await sum.RequestStream.CompleteAsync();
        var total = await sum;

        // Both stream, independently of each other.
        using var browse = client.Browse();
        await browse.RequestStream.WriteAsync(new FindRequest { Id = "tea" });
        await browse.RequestStream.CompleteAsync();

        Assert.Equal("Article tea", article.DisplayName);
        Assert.Equal(article, client.Find(new FindRequest { Id = "tea" }));
        Assert.Equal(["a", "bb"], ids);
        Assert.Equal(21, total.Price);
        Assert.Equal([article], await browse.ResponseStream.ReadAllAsync().ToListAsync());
    }

    [Fact]
    public async Task HeadersAndTrailersAreReceived()
    {
        await using var server = await RunningServer.StartAsync<EchoingShop>();
        var client = new Shop.ShopClient(server.Channel);

        var headers = new Metadata { { "x-tenant", "a" }, { "x-key-bin", new byte[] { 1, 2 } } };
        using var call = client.FindAsync(new FindRequest { Id = "tea" }, headers);
        var responseHeaders = await call.ResponseHeadersAsync;
        await call;
        var trailers = call.GetTrailers();

        Assert.Equal("a", responseHeaders.GetValue("x-tenant"));
        Assert.Equal([1, 2], trailers.GetValueBytes("x-key-bin")!);
    }

    [Fact]
    public async Task AMethodThatIsNotOverriddenIsUnimplemented()
    {
        await using var server = await RunningServer.StartAsync<EmptyShop>();
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new Shop.ShopClient(server.Channel).FindAsync(new FindRequest()));
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    private sealed class EchoingShop : Shop.ShopBase
    {
        public override async Task<Article> Find(FindRequest request, ServerCallContext context)
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "x-tenant", context.RequestHeaders.GetValue("x-tenant")! } });
            context.ResponseTrailers.Add("x-key-bin", context.RequestHeaders.GetValueBytes("x-key-bin")!);
            return new Article();
        }
    }

    private sealed class EmptyShop : Shop.ShopBase;
}
