namespace ProtoGen.Grpc.Client;

/// <summary>A call with one request and one response.</summary>
internal sealed class UnaryCall<TRequest, TResponse>(
    GrpcChannel channel, CallRoute route, Method<TRequest, TResponse> method, string? host, in CallOptions options)
    : ClientCall<TRequest, TResponse>(channel, route, method, host, options)
    where TRequest : class
    where TResponse : class
{
    private Task<TResponse>? _response;

    protected override bool NeedsResponse => true;

    /// <summary>Makes the call. Once.</summary>
    public Task<TResponse> Start(TRequest request)
    {
        Begin();
        return _response = RunAsync(request);
    }

    protected override void ObserveResponse() => _response?.ObserveException();

    private async Task<TResponse> RunAsync(TRequest request)
    {
        try
        {
            if (Outcome is not null)
                throw CreateException();
            var content = CreateContent(Serialize(request, null));
            if (!Receive(await SendAsync(content).ConfigureAwait(false)))
                throw CreateException();
            var response = await ReadResponseAsync().ConfigureAwait(false);
            ((IFrameContent)content).ReturnBuffer();
            ReuseCancellation();
            return response;
        }
        catch (Exception exception) when (Outcome is null || exception is not RpcException)
        {
            throw Fail(Starting, exception);
        }
    }
}
