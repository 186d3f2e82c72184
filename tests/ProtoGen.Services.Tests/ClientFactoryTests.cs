using Acme.Shops;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Services.Tests;

/// <summary>Tests generated clients from Grpc.Net.ClientFactory.</summary>
public sealed class ClientFactoryTests
{
    [Fact]
    public async Task AClientIsInjectedWithItsInterceptorsAndCredentials()
    {
        var seen = new SeenMetadata();
        await using var server = await RunningServer.StartAsync<ShopService>(services =>
        {
            services.AddSingleton(seen);
            services.AddGrpc(options => options.Interceptors.Add<MetadataInterceptor>());
        });
        var services = new ServiceCollection();
        services.AddGrpcClient<Shop.ShopClient>(options => options.Address = server.Address)
            .AddInterceptor(() => new CountingInterceptor())
            .AddCallCredentials((_, metadata) =>
            {
                metadata.Add("authorization", "Bearer token");
                return Task.CompletedTask;
            })
            .ConfigureChannel(options => options.UnsafeUseInsecureChannelCallCredentials = true);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<Shop.ShopClient>();
        Assert.Equal(3, (await client.FindAsync(new FindRequest { Id = "tea" })).Price);
        Assert.Equal("Bearer token", seen.Values.GetValue("authorization"));
        Assert.Equal("1", seen.Values.GetValue("x-count"));
    }

    [Fact]
    public async Task ACallMadeInsideACallInheritsItsDeadline()
    {
        await using var inner = await RunningServer.StartAsync<DeadlineShop>();
        await using var outer = await RunningServer.StartAsync<ForwardingShop>(services =>
            services.AddGrpcClient<Shop.ShopClient>(options => options.Address = inner.Address).EnableCallContextPropagation());
        var client = new Shop.ShopClient(outer.Channel);
        Assert.Equal(DateTime.MaxValue.Ticks, (await client.FindAsync(new FindRequest())).Price);
        Assert.NotEqual(
            DateTime.MaxValue.Ticks, (await client.FindAsync(new FindRequest(), deadline: DateTime.UtcNow.AddMinutes(5))).Price);
    }

    private sealed class DeadlineShop : Shop.ShopBase
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context) =>
            Task.FromResult(new Article { Price = context.Deadline.Ticks });
    }

    private sealed class ForwardingShop(Shop.ShopClient client) : Shop.ShopBase
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context) => client.FindAsync(request).ResponseAsync;
    }
}
