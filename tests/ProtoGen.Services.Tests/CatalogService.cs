using Acme.Shops;
using Grpc.Core;

namespace ProtoGen.Services.Tests;

/// <summary>The catalog of <see cref="ShopService"/>.</summary>
internal sealed class CatalogService : Catalog.CatalogBase
{
    public override Task<Article> Find(FindRequest request, ServerCallContext context) => Task.FromResult(ShopService.Create(request.Id));

    public override Task<Article> Add(Article request, ServerCallContext context) => Task.FromResult(request);
}
