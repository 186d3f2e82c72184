using Acme.Shops;
using Grpc.Core;

namespace ProtoGen.Services.Tests;

/// <summary>A shop that has every article. The price is the length of the article's ID.</summary>
internal class ShopService : Shop.ShopBase
{
    public override Task<Article> Find(FindRequest request, ServerCallContext context) => request.Id.Length > 0
        ? Task.FromResult(Create(request.Id))
        : throw new RpcException(new Status(StatusCode.InvalidArgument, "An id is needed."));

    public override async Task List(ListRequest request, IServerStreamWriter<Article> responseStream, ServerCallContext context)
    {
        foreach (var id in request.Ids) await responseStream.WriteAsync(Create(id), context.CancellationToken);
    }

    public override async Task<Total> Sum(IAsyncStreamReader<Article> requestStream, ServerCallContext context)
    {
        var total = new Total();
        await foreach (var article in requestStream.ReadAllAsync(context.CancellationToken)) total.Price += article.Price;
        return total;
    }

    public override async Task Browse(
        IAsyncStreamReader<FindRequest> requestStream, IServerStreamWriter<Article> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(Create(request.Id), context.CancellationToken);
    }

    internal static Article Create(string id) => new() { Id = id, DisplayName = $"Article {id}", Price = id.Length };
}
