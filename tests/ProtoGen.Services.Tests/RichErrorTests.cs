using Acme.Shops;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace ProtoGen.Services.Tests;

/// <summary>Tests error details with Grpc.StatusProto, including generated messages.</summary>
public sealed class RichErrorTests
{
    [Fact]
    public async Task DetailsAreReceivedAsMessages()
    {
        await using var server = await RunningServer.StartAsync<StrictShop>();
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new Shop.ShopClient(server.Channel).FindAsync(new FindRequest()));
        var status = error.GetRpcStatus()!;
        Assert.Equal((int)Code.InvalidArgument, status.Code);
        var violations = status.GetDetail<BadRequest>()!.FieldViolations;
        Assert.Equal("id", Assert.Single(violations).Field);
    }

    [Fact]
    public async Task GeneratedMessagesAreDetails()
    {
        await using var server = await RunningServer.StartAsync<HelpfulShop>();
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new Shop.ShopClient(server.Channel).FindAsync(new FindRequest()));
        Assert.Equal(new FindRequest { Id = "an example" }, error.GetRpcStatus()!.GetDetail<FindRequest>());
    }

    private sealed class StrictShop : Shop.ShopBase
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context) => throw new Google.Rpc.Status
        {
            Code = (int)Code.InvalidArgument,
            Message = "The request has errors.",
            Details = { Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "id" } } }) },
        }.ToRpcException();
    }

    private sealed class HelpfulShop : Shop.ShopBase
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context) =>
            throw new Google.Rpc.Status
            {
                Code = (int)Code.NotFound,
                Details = { Any.Pack(new FindRequest { Id = "an example" }) },
            }.ToRpcException();
    }
}
