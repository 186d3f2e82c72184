using Acme.Shops;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Services.Tests;

/// <summary>Checks that interceptors on both sides see the calls of generated code.</summary>
public sealed class InterceptorTests
{
    [Fact]
    public async Task AClientsInterceptorChangesTheMetadata()
    {
        var seen = new SeenMetadata();
        await using var server = await RunningServer.StartAsync<ShopService>(services =>
        {
            services.AddSingleton(seen);
            services.AddGrpc(options => options.Interceptors.Add<MetadataInterceptor>());
        });
        var client = new Shop.ShopClient(server.Channel.Intercept(new CountingInterceptor()));
        await client.FindAsync(new FindRequest { Id = "a" });
        await client.FindAsync(new FindRequest { Id = "a" });
        Assert.Equal("2", seen.Values.GetValue("x-count"));
        Assert.Equal("/acme.shop.Shop/Find", seen.Method);
    }

    [Fact]
    public async Task AServersInterceptorAnswersInsteadOfTheService()
    {
        await using var server = await RunningServer.StartAsync<ShopService>(
            services => services.AddGrpc(options => options.Interceptors.Add<ClosedInterceptor>()));
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new Shop.ShopClient(server.Channel).FindAsync(new FindRequest { Id = "a" }));
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Equal("The shop is closed.", error.Status.Detail);
    }

    private sealed class ClosedInterceptor : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.Unavailable, "The shop is closed."));
    }
}
