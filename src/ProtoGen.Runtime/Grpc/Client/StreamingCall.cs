namespace ProtoGen.Grpc.Client;

/// <summary>A call that streams on at least one side.</summary>
internal sealed class StreamingCall<TRequest, TResponse>(
    GrpcChannel channel, CallRoute route, Method<TRequest, TResponse> method, string? host, in CallOptions options)
    : ClientCall<TRequest, TResponse>(channel, route, method, host, options)
    where TRequest : class
    where TResponse : class
{
    private RequestStream? _requests;
    private Task<TResponse>? _response;
    private bool _needsResponse;

    /// <summary>Ends when the response's headers have come, or the call has ended without them. Never fails.</summary>
    public Task Started { get; private set; } = Task.CompletedTask;

    protected override bool NeedsResponse => _needsResponse;

    /// <summary>Starts a call that streams requests.</summary>
    public AsyncClientStreamingCall<TRequest, TResponse> StartClientStreaming()
    {
        _needsResponse = true;
        var writer = StartRequests();
        _response = ReadOneAsync();
        return new(writer, _response, this);
    }

    /// <summary>Starts a call that streams responses.</summary>
    public AsyncServerStreamingCall<TResponse> StartServerStreaming(TRequest request)
    {
        Begin();
        Started = StartAsync(request);
        return new(new ResponseReader<TRequest, TResponse>(this), this);
    }

    /// <summary>Starts a call that streams both ways.</summary>
    public AsyncDuplexStreamingCall<TRequest, TResponse> StartDuplexStreaming()
    {
        var writer = StartRequests();
        return new(writer, new ResponseReader<TRequest, TResponse>(this), this);
    }

    /// <summary>Ends once the call has, if that comes by itself.</summary>
    public Task EndedByItself => _response ?? Task.CompletedTask;

    protected override void ObserveResponse() => _response?.ObserveException();

    protected override void OnEnded() => _requests?.Abort();

    private RequestWriter<TRequest, TResponse> StartRequests()
    {
        _requests = new RequestStream();
        var writer = new RequestWriter<TRequest, TResponse>(this, _requests);
        Begin();
        Started = StartAsync(new StreamingContent(_requests));
        return writer;
    }

    private Task StartAsync(TRequest request)
    {
        try
        {
            return StartAsync(CreateContent(Serialize(request, null)));
        }
        catch (Exception exception)
        {
            Fail(Starting, exception);
            return Task.CompletedTask;
        }
    }

    private async Task StartAsync(HttpContent content)
    {
        try
        {
            if (Outcome is null)
                Receive(await SendAsync(content).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            Fail(Starting, exception);
        }
    }

    private async Task<TResponse> ReadOneAsync()
    {
        await Started.ConfigureAwait(false);
        if (Outcome is not null)
            throw CreateException();
        try
        {
            return await ReadResponseAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (Outcome is null || exception is not RpcException)
        {
            throw Fail("Error reading the response.", exception);
        }
    }
}
