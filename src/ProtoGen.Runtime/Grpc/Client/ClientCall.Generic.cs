using System.Runtime.CompilerServices;
using ProtoGen.Grpc.Compression;
using ProtoGen.Grpc.Diagnostics;

namespace ProtoGen.Grpc.Client;

/// <summary>A call whose messages are known.</summary>
internal abstract class ClientCall<TRequest, TResponse> : ClientCall
    where TRequest : class
    where TResponse : class
{
    /// <summary>The smallest initial flow-control window: a body up to this size never waits for the server.</summary>
    private const int SmallestWindow = 65535;

    protected const string Starting = "Error starting gRPC call.";

    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _requestEncoding;
    private ICompressionProvider? _responseCompression;

    protected ClientCall(
        GrpcChannel channel, CallRoute route, Method<TRequest, TResponse> method, string? host, in CallOptions options)
        : base(channel, route, host, options)
    {
        _method = method;
        _requestEncoding = RequestEncoding(options.Headers);
    }

    /// <summary>The frame of a request.</summary>
    /// <param name="request">The message.</param>
    /// <param name="options">How to write it; null for the call's own way.</param>
    /// <exception cref="RpcException">It is too large, or can't be serialized.</exception>
    /// <exception cref="InvalidOperationException">The channel doesn't know the compression that the call asks for.</exception>
    public Frame Serialize(TRequest request, WriteOptions? options)
    {
        var flags = (options ?? Options.WriteOptions)?.Flags ?? default;
        var compression = (flags & WriteFlags.NoCompress) != 0 ? null : RequestCompression();
        CallCounters.Client.MessageSent();
        try
        {
            return FrameWriter.Write(
                request, _method.RequestMarshaller.ContextualSerializer, compression, Channel.MaxSendMessageSize);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw MessageFailure("Error serializing the request.", exception);
        }
    }

    /// <summary>The message that the reader is at.</summary>
    /// <exception cref="RpcException">It is too large when decompressed, or not what it should be.</exception>
    public TResponse Deserialize(MessageReader reader)
    {
        CallCounters.Client.MessageReceived();
        try
        {
            return reader.IsCompressed
                ? Decompress(reader)
                : reader.Deserialize(reader.Payload, _method.ResponseMarshaller.ContextualDeserializer);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw MessageFailure("Error deserializing the response.", exception);
        }
    }

    protected static HttpContent CreateContent(Frame frame) => frame.Length <= SmallestWindow
        ? new SmallFrameContent(frame)
        : new LargeFrameContent(frame);

    /// <summary>Reads the one response of a call, and its end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected async ValueTask<TResponse> ReadResponseAsync()
    {
        var reader = await OpenBodyAsync().ConfigureAwait(false);
        TResponse? response = null;
        do
        {
            while (reader.TryMoveNext())
            {
                if (response is not null)
                    throw new InvalidDataException("Unexpected data after finished reading message.");
                response = Deserialize(reader);
            }
        }
        while (reader.Append(await reader.FillAsync(CancellationToken).ConfigureAwait(false)));
        reader.Return();
        var outcome = ResponseStatus.FromTrailers(Response);
        if (outcome.IsSuccess && response is null)
            outcome = CallOutcome.FromServer(new Status(StatusCode.Internal, "Failed to deserialize response message."));
        End(outcome);
        return Outcome!.IsSuccess ? response! : throw CreateException();
    }

    private static string? RequestEncoding(Metadata? headers) =>
        headers is { Count: > 0 } && headers.GetValue(Metadata.CompressionRequestAlgorithmMetadataKey) is { } encoding and not "identity"
            ? encoding
            : null;

    private ICompressionProvider? RequestCompression() => _requestEncoding switch
    {
        null => null,
        _ when Channel.CompressionProviders.TryGetValue(_requestEncoding, out var provider) => provider,
        _ => throw new InvalidOperationException($"Could not find compression provider for '{_requestEncoding}'."),
    };

    private static RpcException MessageFailure(string doing, Exception exception) => new(
        new Status(StatusCode.Internal, $"{doing} {exception.GetType().Name}: {exception.Message}", exception));

    private TResponse Decompress(MessageReader reader)
    {
        _responseCompression ??= ResponseCompression();
        var frame = PayloadCompression.Decompress(reader.Payload, _responseCompression, Channel.MaxReceiveMessageSize);
        try
        {
            var payload = new ArraySegment<byte>(frame.Buffer, 0, frame.Length);
            return reader.Deserialize(payload, _method.ResponseMarshaller.ContextualDeserializer);
        }
        finally
        {
            frame.Return();
        }
    }

    private ICompressionProvider ResponseCompression()
    {
        var encoding = HeaderMetadata.Get(Response.Headers, "grpc-encoding");
        if (encoding is null or "identity")
        {
            throw new RpcException(new Status(
                StatusCode.Internal,
                $"Compressed message received, but the response's grpc-encoding is '{encoding ?? "missing"}'."));
        }
        return Channel.CompressionProviders.TryGetValue(encoding, out var provider)
            ? provider
            : throw new RpcException(new Status(
                StatusCode.Internal,
                $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: identity, "
                + string.Join(", ", Channel.CompressionProviders.Keys)));
    }
}
