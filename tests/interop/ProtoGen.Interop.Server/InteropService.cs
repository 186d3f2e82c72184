using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace ProtoGen.Interop.Server;

/// <summary>The test service of gRPC's interop test descriptions.</summary>
internal sealed class InteropService : TestService.TestServiceBase
{
    private const string EchoHeader = "x-grpc-test-echo-initial";
    private const string EchoTrailer = "x-grpc-test-echo-trailing-bin";

    public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        return new Empty();
    }

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        RequireCompression(request.ExpectCompressed, context);
        await EchoMetadataAsync(context, compress: request.ResponseCompressed?.Value == true);
        if (request.ResponseCompressed?.Value == false)
            context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        ThrowIfAsked(request.ResponseStatus);
        return new SimpleResponse { Payload = CreateZeros(request.ResponseSize) };
    }

    public override async Task<SimpleResponse> CacheableUnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync([new("cache-control", "max-age=60, public")]);
        return new SimpleResponse { Payload = request.Payload };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await EchoMetadataAsync(context, compress: request.ResponseParameters.Any(parameters => parameters.Compressed?.Value == true));
        await AnswerAsync(request, responseStream, context);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        var size = 0;
        await foreach (var request in requestStream.ReadAllAsync())
        {
            RequireCompression(request.ExpectCompressed, context);
            size += request.Payload.Body.Length;
        }
        return new StreamingInputCallResponse { AggregatedPayloadSize = size };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        await foreach (var request in requestStream.ReadAllAsync())
            await AnswerAsync(request, responseStream, context);
    }

    public override async Task HalfDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        var requests = new List<StreamingOutputCallRequest>();
        await foreach (var request in requestStream.ReadAllAsync())
            requests.Add(request);
        foreach (var request in requests)
            await AnswerAsync(request, responseStream, context);
    }

    private static async Task AnswerAsync(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responses, ServerCallContext context)
    {
        ThrowIfAsked(request.ResponseStatus);
        foreach (var parameters in request.ResponseParameters)
        {
            if (parameters.IntervalUs > 0)
                await Task.Delay(TimeSpan.FromMicroseconds(parameters.IntervalUs), context.CancellationToken);
            responses.WriteOptions = parameters.Compressed?.Value == false ? new WriteOptions(WriteFlags.NoCompress) : null;
            await responses.WriteAsync(new StreamingOutputCallResponse { Payload = CreateZeros(parameters.Size) });
        }
    }

    private static Payload CreateZeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    private static void ThrowIfAsked(EchoStatus? status)
    {
        if (status is { Code: not 0 })
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    // A service cannot see which messages of a stream are compressed, but it can see whether the call allows compression.
    private static void RequireCompression(BoolValue? expected, ServerCallContext context)
    {
        var encoding = context.GetHttpContext().Request.Headers.GrpcEncoding.ToString();
        if (expected?.Value == true && (encoding is "" or "identity"))
            throw new RpcException(new Status(StatusCode.InvalidArgument, "A compressed request was expected."));
    }

    private static async Task EchoMetadataAsync(ServerCallContext context, bool compress = false)
    {
        var headers = new Metadata();
        if (context.RequestHeaders.GetValue(EchoHeader) is { } header)
            headers.Add(EchoHeader, header);
        if (compress)
            headers.Add("grpc-internal-encoding-request", "gzip");
        if (context.RequestHeaders.GetValueBytes(EchoTrailer) is { } trailer)
            context.ResponseTrailers.Add(EchoTrailer, trailer);
        if (headers.Count > 0)
            await context.WriteResponseHeadersAsync(headers);
    }
}
