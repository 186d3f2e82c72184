using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>
/// The state of one call. Calls with one request and one response take it from a pool; what user code holds is the
/// <see cref="HttpServerCallContext"/> in front, which is new for each call and let go at its end.
/// </summary>
internal sealed partial class ServerCall
{
    private MethodHandler _handler = null!;
    private HttpServerCallContext? _context;
    private object? _service;
    private object? _serviceLease;
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;

    public ServerCall()
    {
        Reader = new MessageReader();
        Writer = new MessageWriter();
    }

    public HttpContext Http { get; private set; } = null!;

    public MethodHandler Handler => _handler;

    public CallSettings Settings => _handler.Services.Options;

    public MessageReader Reader { get; }

    public MessageWriter Writer { get; }

    public Status Status { get; set; }

    public WriteOptions? WriteOptions { get; set; }

    public HttpServerCallContext Context => _context ??= new HttpServerCallContext(this);

    public Metadata RequestHeaders => _requestHeaders ??= RequestMetadata.Read(Http.Request.Headers);

    public Metadata ResponseTrailers => _responseTrailers ??= [];

    /// <summary>The call behind a context, which may be one that an interceptor wrapped.</summary>
    public static ServerCall From(ServerCallContext context)
    {
        if (context is HttpServerCallContext own)
            return own.Call;
        return context.UserState.TryGetValue(HttpServerCallContext.UserStateKey, out var inner)
            ? ((HttpServerCallContext)inner).Call
            : throw new InvalidOperationException($"The context {context.GetType()} is not of a call of this server.");
    }

    /// <summary>Takes the call's parameters from the request's headers.</summary>
    /// <exception cref="RpcException">A header is malformed or asks for what the server can't do.</exception>
    public void Begin(HttpContext http, MethodHandler handler)
    {
        Http = http;
        _handler = handler;
        Status = Status.DefaultSuccess;
        _phase = Phase.Running;
        ServerCounters.Log.CallStarted();
        http.Features.Set<IServerCallContextFeature>(Context);
        var settings = Settings;
        Reader.Begin(http.Request.BodyReader, settings);
        Writer.Begin(http.Response.BodyWriter, settings);
        http.Response.ContentType = ContentTypes.Grpc;

        var headers = http.Request.Headers;
        var encoding = headers.GrpcEncoding;
        if (encoding.Count != 0)
            Reader.UseEncoding(encoding.ToString());
        if (settings.ResponseEncoding is { } responseEncoding)
            UseResponseEncoding(responseEncoding);
        var timeout = headers.GrpcTimeout;
        if (timeout.Count != 0)
            StartDeadline(GrpcTimeout.Parse(timeout.ToString()));
        if (RequestMetadata.MayHoldBinary(headers))
            _requestHeaders = RequestMetadata.Read(headers);
        CallActivity.Begin(http, handler.Method.FullName);
    }

    /// <summary>The instance of the service that this call runs on.</summary>
    public object GetService() => _service ??= _handler.Services.Activator.Get(Http, out _serviceLease);

    /// <summary>Puts status and trailers where they belong: behind the messages, or in the headers if there are none.</summary>
    private void WriteStatus(Status status, Metadata? trailers)
    {
        var response = Http.Response;
        IHeaderDictionary destination;
        if (Writer.HasStarted || response.HasStarted)
        {
            destination = Http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers
                ?? throw new InvalidOperationException("The server in use supports no trailers, which gRPC needs.");
        }
        else
        {
            destination = response.Headers;
        }
        if (trailers is not null)
        {
            foreach (var entry in trailers)
                ResponseMetadata.Append(destination, entry, "trailer");
        }
        StatusTrailers.Write(destination, status);
        CallActivity.End(Http, status.StatusCode);
    }
}
