using ProtoGen.Grpc;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>The service as a user writes it.</summary>
internal sealed class ExchangeService : Exchange.ExchangeBase
{
    public override Task<Item> Echo(Item request, ServerCallContext context) => Task.FromResult(request);

    public override async Task Download(Order request, IServerStreamWriter<Item> responseStream, ServerCallContext context)
    {
        for (var sent = 0; sent < request.Count; sent++)
            await responseStream.WriteAsync(request.Item);
    }

    public override async Task<Order> Upload(IAsyncStreamReader<Item> requestStream, ServerCallContext context)
    {
        var count = 0;
        while (await requestStream.MoveNext(default))
            count++;
        return new Order { Count = count };
    }

    public override async Task Chat(
        IAsyncStreamReader<Item> requestStream, IServerStreamWriter<Item> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(default))
            await responseStream.WriteAsync(requestStream.Current);
    }
}
