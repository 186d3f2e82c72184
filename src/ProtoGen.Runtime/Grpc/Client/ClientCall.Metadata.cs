namespace ProtoGen.Grpc.Client;

internal abstract partial class ClientCall
{
    private TaskCompletionSource<Metadata>? _headers;
    private Metadata? _trailers;

    public override Task<Metadata> ResponseHeadersAsync
    {
        get
        {
            var headers = Volatile.Read(ref _headers);
            if (headers is null)
            {
                var created = new TaskCompletionSource<Metadata>(TaskCreationOptions.RunContinuationsAsynchronously);
                headers = Interlocked.CompareExchange(ref _headers, created, null) ?? created;

                // The response or the end may have come before there was anything to tell.
                if (_response is not null)
                    PublishHeaders();
                else if (Outcome is not null)
                    FailHeaders();
            }
            return headers.Task;
        }
    }

    public override Metadata GetTrailers()
    {
        if (Outcome is not { HasTrailers: true })
            throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");
        if (_trailers is not null)
            return _trailers;
        var trailers = ReadTrailers(out var malformed);
        if (malformed is not null)
            throw new RpcException(MalformedHeader(malformed), trailers);
        return _trailers = trailers;
    }

    /// <summary>The trailers as far as they came and are well-formed.</summary>
    private Metadata TrailersOrEmpty() => Outcome is { HasTrailers: true } ? ReadTrailers(out _) : Metadata.Empty;

    /// <summary>A response that is headers only has its trailers there.</summary>
    private Metadata ReadTrailers(out string? malformed)
    {
        var isHeadersOnly = _response!.Headers.NonValidated.Contains("grpc-status");
        return HeaderMetadata.Read(isHeadersOnly ? _response.Headers : _response.TrailingHeaders, out malformed);
    }

    private void PublishHeaders()
    {
        if (Volatile.Read(ref _headers) is not { } headers)
            return;
        var metadata = HeaderMetadata.Read(_response!.Headers, out var malformed);
        if (malformed is null)
            headers.TrySetResult(metadata);
        else
            SetObserved(headers, new RpcException(MalformedHeader(malformed)));
    }

    private void FailHeaders()
    {
        if (Volatile.Read(ref _headers) is not { } headers)
            return;
        SetObserved(headers, CreateException());
        ObserveResponse();
    }

    /// <summary>Who hears of the call's failure from the headers or has disposed of it need not look at the response.</summary>
    protected virtual void ObserveResponse()
    {
    }

    /// <summary>The caller learns of the failure from the response too, and need not look here.</summary>
    private static void SetObserved(TaskCompletionSource<Metadata> headers, Exception exception)
    {
        if (headers.TrySetException(exception))
            _ = headers.Task.Exception;
    }

    private static Status MalformedHeader(string name) =>
        new(StatusCode.Internal, $"The value of the binary header '{name}' is not valid base64.");
}
