using Acme.Shops;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Services.Tests;

/// <summary>Tests retries and hedging by service config, with the names of services and methods in the generated descriptors.</summary>
public sealed class ServiceConfigTests
{
    [Fact]
    public async Task AFailedCallIsRetried()
    {
        var policy = new MethodConfig
        {
            Names = { new MethodName { Service = Shop.Descriptor.FullName, Method = "Find" } },
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = 3,
                InitialBackoff = TimeSpan.FromMilliseconds(1),
                MaxBackoff = TimeSpan.FromMilliseconds(1),
                BackoffMultiplier = 1,
                RetryableStatusCodes = { StatusCode.Unavailable },
            },
        };
        Assert.Equal(3, await FindAsync(policy, failures: 2));
        await Assert.ThrowsAsync<RpcException>(() => FindAsync(policy, failures: 3));
    }

    [Fact]
    public async Task AHedgedCallTakesTheFirstAnswer()
    {
        var policy = new MethodConfig
        {
            Names = { MethodName.Default },
            HedgingPolicy = new HedgingPolicy
            {
                MaxAttempts = 3,
                HedgingDelay = TimeSpan.Zero,
                NonFatalStatusCodes = { StatusCode.Unavailable },
            },
        };
        Assert.Equal(3, await FindAsync(policy, failures: 2));
    }

    private static async Task<long> FindAsync(MethodConfig policy, int failures)
    {
        await using var server = await RunningServer.StartAsync<FailingShop>(
            services => services.AddSingleton(new FailuresLeft { Count = failures }));
        using var channel = GrpcChannel.ForAddress(
            server.Address, new GrpcChannelOptions { ServiceConfig = new ServiceConfig { MethodConfigs = { policy } } });
        return (await new Shop.ShopClient(channel).FindAsync(new FindRequest { Id = "tea" })).Price;
    }

    private sealed class FailuresLeft
    {
        public int Count;
    }

    private sealed class FailingShop(FailuresLeft left) : ShopService
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context) => Interlocked.Decrement(ref left.Count) < 0
            ? base.Find(request, context)
            : throw new RpcException(new Status(StatusCode.Unavailable, "Not now."));
    }
}
