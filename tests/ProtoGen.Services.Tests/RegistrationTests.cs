using Acme.Shops;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Services.Tests;

/// <summary>Checks the code that ProtoGenClientInterfaces and ProtoGenRegistration add. This project sets both.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task AllClientsAreAdded()
    {
        await using var server = await RunningServer.StartAsync<ShopService>(
            map: application => application.MapGrpcService<CatalogService>());
        var services = new ServiceCollection();
        services.AddGrpcClients(
            options => options.Address = server.Address, client => client.AddInterceptor(() => new CountingInterceptor()));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(3, (await provider.GetRequiredService<Shop.ShopClient>().FindAsync(new FindRequest { Id = "tea" })).Price);
        Assert.Equal(3, (await provider.GetRequiredService<Catalog.CatalogClient>().FindAsync(new FindRequest { Id = "tea" })).Price);
    }

    [Fact]
    public async Task ClientsOfTheFactoryHaveTheNamesOfTheirServices()
    {
        await using var server = await RunningServer.StartAsync<ShopService>();
        var services = new ServiceCollection();
        services.AddGrpcClients(options => options.Address = server.Address);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<GrpcClientFactory>().CreateClient<Shop.ShopClient>("acme.shop.Shop");
        Assert.Equal(3, (await client.FindAsync(new FindRequest { Id = "tea" })).Price);
    }

    [Fact]
    public async Task ClientsAreInjectedAsInterfaces()
    {
        await using var server = await RunningServer.StartAsync<ShopService>();
        var services = new ServiceCollection();
        services.AddGrpcClients(options => options.Address = server.Address);
        services.AddTransient<Till>();
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(3, await provider.GetRequiredService<Till>().PriceAsync("tea"));
    }

    [Fact]
    public async Task AnInterfaceIsImplementedByAFake() => Assert.Equal(42, await new Till(new FakeShop()).PriceAsync("tea"));

    [Fact]
    public async Task ServicesWithARegisteredImplementationAreMapped()
    {
        IEndpointRouteBuilder? endpoints = null;
        await using var server = await RunningServer.StartAsync<ShopService>(
            services => services.AddGrpcService<DiscountCatalog>(),
            application =>
            {
                application.MapGrpcServices().WithMetadata("of all services");
                endpoints = application;
            });

        Assert.Equal(1, (await new Catalog.CatalogClient(server.Channel).FindAsync(new FindRequest { Id = "tea" })).Price);
        var endpoint = endpoints!.DataSources.SelectMany(source => source.Endpoints)
            .Single(endpoint => endpoint.DisplayName!.Contains("acme.shop.Catalog/Find", StringComparison.Ordinal));
        Assert.Contains("of all services", endpoint.Metadata);
        // Attributes of the class, such as [Authorize], apply.
        Assert.NotNull(endpoint.Metadata.GetMetadata<MarkedAttribute>());
    }

    private sealed class Till(Shop.IShopClient shop)
    {
        public async Task<long> PriceAsync(string id) => (await shop.FindAsync(new FindRequest { Id = id })).Price;
    }

    private sealed class FakeShop : Shop.ShopClient
    {
        public override AsyncUnaryCall<Article> FindAsync(FindRequest request, CallOptions options) => new(
            Task.FromResult(new Article { Price = 42 }), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class MarkedAttribute : Attribute;

    [Marked]
    private sealed class DiscountCatalog : Catalog.CatalogBase
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context) => Task.FromResult(new Article { Price = 1 });
    }
}
