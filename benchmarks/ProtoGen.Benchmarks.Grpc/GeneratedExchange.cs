using ProtoGen.Grpc;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>The client as a user writes it.</summary>
internal sealed class GeneratedExchange(GrpcChannel channel) : IExchange
{
    private readonly Exchange.ExchangeClient _client = new(channel);

    public async Task EchoAsync(Item item)
    {
        var answer = await _client.EchoAsync(item);
        Answer.Check(answer.Id, item.Id);
    }

    public async Task DownloadAsync(Item item, int count)
    {
        using var call = _client.Download(new Order { Item = item, Count = count });
        var received = 0;
        while (await call.ResponseStream.MoveNext(default))
            received++;
        Answer.Check(received, count);
    }

    public async Task UploadAsync(Item item, int count)
    {
        using var call = _client.Upload();
        for (var sent = 0; sent < count; sent++)
            await call.RequestStream.WriteAsync(item);
        await call.RequestStream.CompleteAsync();
        Answer.Check((await call).Count, count);
    }

    public async Task ChatAsync(Item item, int count)
    {
        using var call = _client.Chat();
        for (var sent = 0; sent < count; sent++)
        {
            await call.RequestStream.WriteAsync(item);
            Answer.Check(await call.ResponseStream.MoveNext(default) ? call.ResponseStream.Current.Id : -1, item.Id);
        }
        await call.RequestStream.CompleteAsync();
        Answer.Check(await call.ResponseStream.MoveNext(default) ? 1 : 0, 0);
    }
}
