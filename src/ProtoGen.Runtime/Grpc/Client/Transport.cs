namespace ProtoGen.Grpc.Client;

/// <summary>The HTTP client that a channel sends through: its own, or one it was given.</summary>
internal sealed class Transport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient? _client;
    private readonly bool _isOwned;

    public Transport(HttpClient client, bool isOwned)
    {
        _invoker = client;
        _client = client;
        _isOwned = isOwned;
    }

    public Transport(HttpMessageHandler handler, bool isOwned)
    {
        _invoker = new HttpMessageInvoker(handler, isOwned);
        _isOwned = isOwned;
    }

    /// <summary>Sends a request; the task ends when the response's headers have come.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client is null
            ? _invoker.SendAsync(request, cancellationToken)
            : _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        if (_isOwned)
            _invoker.Dispose();
    }
}
