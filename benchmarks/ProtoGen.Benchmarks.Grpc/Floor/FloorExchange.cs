using System.Net;

namespace ProtoGen.Benchmarks.Grpc.Floor;

/// <summary>The same client by hand, on the HTTP client alone: the headers that ours sends, and nothing else it does.</summary>
internal sealed class FloorExchange(Uri address) : IExchange, IDisposable
{
    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler { EnableMultipleHttp2Connections = true, AllowAutoRedirect = false, UseCookies = false });

    private readonly Uri _echo = new(address, FloorServer.Prefix + "Echo");
    private readonly Uri _download = new(address, FloorServer.Prefix + "Download");
    private readonly Uri _upload = new(address, FloorServer.Prefix + "Upload");
    private readonly Uri _chat = new(address, FloorServer.Prefix + "Chat");

    public async Task EchoAsync(Item item)
    {
        using var response = await SendAsync(_echo, new FrameContent(FrameFormat.Rent(item)));
        using var frames = new FrameReader(response.Content.ReadAsStream());
        var answer = await frames.MoveNextAsync() ? Item.ParseFrom(frames.Payload) : null;
        Answer.Check(await frames.MoveNextAsync() ? -1 : answer!.Id, item.Id);
        CheckStatus(response);
    }

    public async Task DownloadAsync(Item item, int count)
    {
        using var response = await SendAsync(_download, new FrameContent(FrameFormat.Rent(new Order { Item = item, Count = count })));
        using var frames = new FrameReader(response.Content.ReadAsStream());
        var received = 0;
        while (await frames.MoveNextAsync())
        {
            Item.ParseFrom(frames.Payload);
            received++;
        }
        Answer.Check(received, count);
        CheckStatus(response);
    }

    public async Task UploadAsync(Item item, int count)
    {
        var content = new FramesContent();
        var sending = SendAsync(_upload, content);
        for (var sent = 0; sent < count; sent++)
            await content.WriteAsync(item);
        content.Complete();
        using var response = await sending;
        using var frames = new FrameReader(response.Content.ReadAsStream());
        var answer = await frames.MoveNextAsync() ? Order.ParseFrom(frames.Payload) : null;
        Answer.Check(await frames.MoveNextAsync() ? -1 : answer!.Count, count);
        CheckStatus(response);
    }

    public async Task ChatAsync(Item item, int count)
    {
        var content = new FramesContent();
        var sending = SendAsync(_chat, content);
        await content.WriteAsync(item);
        using var response = await sending;
        using var frames = new FrameReader(response.Content.ReadAsStream());
        for (var sent = 1; ; sent++)
        {
            Answer.Check(await frames.MoveNextAsync() ? Item.ParseFrom(frames.Payload).Id : -1, item.Id);
            if (sent == count)
                break;
            await content.WriteAsync(item);
        }
        content.Complete();
        Answer.Check(await frames.MoveNextAsync() ? 1 : 0, 0);
        CheckStatus(response);
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> SendAsync(Uri uri, HttpContent content)
    {
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        var request = new HttpRequestMessage(HttpMethod.Post, uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("user-agent", "grpc-protogen/0.1.0 (.NET 10.0.0)");
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity,gzip,deflate");
        return _http.SendAsync(request, CancellationToken.None);
    }

    private static void CheckStatus(HttpResponseMessage response) => Answer.Check(
        response.TrailingHeaders.NonValidated.TryGetValues("grpc-status", out var status) ? int.Parse(status.ToString()) : -1, 0);
}
