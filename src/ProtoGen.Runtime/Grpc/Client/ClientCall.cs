using System.Diagnostics;

namespace ProtoGen.Grpc.Client;

/// <summary>
/// A call under way: its request, its response, and its one end. Whoever ends it first, be it the server, the caller, the
/// deadline or a failure, decides the status.
/// </summary>
internal abstract partial class ClientCall : CallState
{
    private static readonly Status NoResponse = new(
        StatusCode.Internal,
        "Failed to deserialize response message. The response header contains a gRPC status of OK, which means any message "
        + "returned to the client for this call should be ignored. A unary or client streaming gRPC call must have a response "
        + "message, which makes this response invalid.");

    private readonly CallOptions _options;
    private readonly CancellationTokenSource _cancellation = CancellationSources.Rent();
    private HttpRequestMessage? _request;
    private HttpResponseMessage? _response;
    private Activity? _activity;
    private bool _isDisposed;

    protected ClientCall(GrpcChannel channel, CallRoute route, string? host, in CallOptions options)
    {
        Channel = channel;
        Route = route;
        Host = host;
        _options = options;
        Deadline = EarliestDeadline(options);
    }

    public GrpcChannel Channel { get; }

    public CallRoute Route { get; }

    public ref readonly CallOptions Options => ref _options;

    /// <summary>Signalled when this side ends the call.</summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>The neighbours in the channel's list of calls.</summary>
    internal ClientCall? Next { get; set; }

    internal ClientCall? Previous { get; set; }

    protected string? Host { get; }

    protected DateTime? Deadline { get; }

    protected HttpResponseMessage Response => _response!;

    public override void Dispose()
    {
        _isDisposed = true;
        End(CallOutcome.FromClient(new Status(StatusCode.Cancelled, "gRPC call disposed.")));
        ObserveResponse();
    }

    public void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(ClientCall));

    /// <summary>Whether success takes a response message.</summary>
    protected abstract bool NeedsResponse { get; }

    /// <summary>Sends the request and waits for the response's headers.</summary>
    /// <returns>What <see cref="Receive"/> is to be given.</returns>
    protected Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        var request = _request = CreateRequest(content);
        _activity = CallTracing.Start(Route.Method.FullName, request);
        if (HasCredentials || Options.IsWaitForReady)
            return PrepareAndSendAsync(request);
        CancellationToken.ThrowIfCancellationRequested();
        return Channel.Transport.SendAsync(request, CancellationToken);
    }

    /// <summary>Takes the response, of which the headers have come.</summary>
    /// <returns>True if a body is to be read; false if the headers ended the call.</returns>
    protected bool Receive(HttpResponseMessage response)
    {
        // A fence: whoever ends the call meanwhile either sees the response or is seen here.
        Interlocked.Exchange(ref _response, response);
        if (Outcome is not null)
        {
            response.Dispose();
            return false;
        }
        var outcome = ResponseStatus.FromHeaders(response);
        if (outcome is not null)
        {
            End(outcome.IsSuccess && NeedsResponse ? CallOutcome.FromServer(NoResponse) : outcome);
        }
        PublishHeaders();
        return outcome is null;
    }

    /// <summary>A reader of the response's body.</summary>
    public ValueTask<MessageReader> OpenBodyAsync()
    {
        var opening = Response.Content.ReadAsStreamAsync(CancellationToken);
        return opening.IsCompletedSuccessfully
            ? new(MessageReader.Rent(opening.Result, Channel.MaxReceiveMessageSize))
            : WaitAsync(opening, Channel.MaxReceiveMessageSize);

        static async ValueTask<MessageReader> WaitAsync(Task<Stream> opening, int? maxSize) =>
            MessageReader.Rent(await opening.ConfigureAwait(false), maxSize);
    }

    /// <summary>Ends the call with the trailers of a body that was read to its end.</summary>
    public CallOutcome EndWithTrailers()
    {
        End(ResponseStatus.FromTrailers(Response));
        return Outcome!;
    }

    private bool HasCredentials => Options.Credentials is not null || Channel.CallCredentials is not null;

    private async Task<HttpResponseMessage> PrepareAndSendAsync(HttpRequestMessage request)
    {
        if (HasCredentials)
            await CallCredentialsReader.AddAsync(this, request.Headers).ConfigureAwait(false);
        CancellationToken.ThrowIfCancellationRequested();
        return Options.IsWaitForReady
            ? await SendWhenReadyAsync(request).ConfigureAwait(false)
            : await Channel.Transport.SendAsync(request, CancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage CreateRequest(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Route.Uri)
        {
            Version = Channel.HttpVersion,
            VersionPolicy = Channel.HttpVersionPolicy,
            Content = content,
        };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("user-agent", UserAgent.Value);
        headers.TryAddWithoutValidation("te", "trailers");
        headers.TryAddWithoutValidation("grpc-accept-encoding", Channel.AcceptEncoding);
        if (Host is not null)
            headers.Host = Host;
        if (Options.Headers is { Count: > 0 } metadata)
            AddMetadata(request, metadata);
        if (Deadline is { } deadline)
            headers.TryAddWithoutValidation("grpc-timeout", GrpcTimeout.Format(deadline - DateTime.UtcNow));
        return request;
    }

    private static void AddMetadata(HttpRequestMessage request, Metadata metadata)
    {
        for (var i = 0; i < metadata.Count; i++)
        {
            var entry = metadata[i];
            if (entry.Key == Metadata.CompressionRequestAlgorithmMetadataKey)
                request.Headers.TryAddWithoutValidation("grpc-encoding", entry.Value);
            else if (entry.Key != "grpc-timeout")
                HeaderMetadata.Add(request.Headers, entry);
        }
    }

    /// <summary>Tries again, ever more slowly, while the server can't be reached.</summary>
    private async Task<HttpResponseMessage> SendWhenReadyAsync(HttpRequestMessage request)
    {
        var backoff = new ReconnectBackoff(Channel);
        while (true)
        {
            try
            {
                return await Channel.Transport.SendAsync(request, CancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError is
                HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError)
            {
                await Task.Delay(backoff.Next(), CancellationToken).ConfigureAwait(false);
                request = Repeat(request);
            }
        }
    }

    /// <summary>A request message can be sent once; its headers and body, of which nothing was sent, go on.</summary>
    private static HttpRequestMessage Repeat(HttpRequestMessage request)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
            Content = request.Content,
        };
        foreach (var header in request.Headers.NonValidated)
            again.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return again;
    }

    private static DateTime? EarliestDeadline(in CallOptions options)
    {
        if (options.Deadline is { Kind: not DateTimeKind.Utc } local && local != DateTime.MaxValue && local != DateTime.MinValue)
        {
            throw new InvalidOperationException(
                "Deadline must have a kind DateTimeKind.Utc or be equal to DateTime.MaxValue or DateTime.MinValue.");
        }
        var deadline = options.Deadline ?? DateTime.MaxValue;
        if (options.PropagationToken?.Deadline is { } propagated && propagated < deadline)
            deadline = propagated;
        return deadline == DateTime.MaxValue ? null : deadline;
    }
}
