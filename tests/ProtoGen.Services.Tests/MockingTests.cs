using Acme.Shops;
using Grpc.Core;

namespace ProtoGen.Services.Tests;

/// <summary>Tests code that calls a service without a server, and a service without a client.</summary>
public sealed class MockingTests
{
    [Fact]
    public async Task AClientIsReplacedByADerivedClass()
    {
        Shop.ShopClient client = new FakeShopClient();
        Assert.Equal(42, (await client.FindAsync(new FindRequest { Id = "tea" })).Price);
        using var list = client.List(new ListRequest { Ids = { "a", "b" } });
        Assert.Equal(["a", "b"], await list.ResponseStream.ReadAllAsync().Select(article => article.Id).ToArrayAsync());
    }

    [Fact]
    public async Task AServiceMethodIsCalledDirectly()
    {
        var article = await new ShopService().Find(new FindRequest { Id = "tea" }, new FakeServerCallContext());
        Assert.Equal("Article tea", article.DisplayName);
    }

    // The parameterless constructor exists for this purpose, and the methods are virtual.
    private sealed class FakeShopClient : Shop.ShopClient
    {
        public override AsyncUnaryCall<Article> FindAsync(FindRequest request, CallOptions options) => new(
            Task.FromResult(new Article { Id = request.Id, Price = 42 }), Task.FromResult(new Metadata()), () => Status.DefaultSuccess,
            () => [], () => { });

        public override AsyncServerStreamingCall<Article> List(ListRequest request, CallOptions options) => new(
            new FakeStream([.. request.Ids]), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    private sealed class FakeStream(Queue<string> ids) : IAsyncStreamReader<Article>
    {
        public FakeStream(IEnumerable<string> ids) : this(new Queue<string>(ids))
        {
        }

        public Article Current { get; private set; } = new();

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var hasNext = ids.TryDequeue(out var id);
            if (hasNext) Current = new Article { Id = id };
            return Task.FromResult(hasNext);
        }
    }

    private sealed class FakeServerCallContext : ServerCallContext
    {
        protected override string MethodCore => "/acme.shop.Shop/Find";

        protected override string HostCore => "localhost";

        protected override string PeerCore => "ipv4:127.0.0.1:1";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore { get; } = [];

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore { get; } = new(null, []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
