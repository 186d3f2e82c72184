using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.ObjectPool;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Answers the calls of one method: what an endpoint runs.</summary>
internal abstract class MethodHandler(IMethod method, HandlerServices services)
{
    // What Kestrel allows for a request's body where nothing is set.
    private const int UsualMaxBodySize = 30_000_000;

    private static readonly ObjectPool<ServerCall> _calls =
        new DefaultObjectPool<ServerCall>(new DefaultPooledObjectPolicy<ServerCall>(), 1024);

    public IMethod Method { get; } = method;

    public HandlerServices Services { get; } = services;

    /// <summary>Whether the user's code may hold parts of the call, namely its streams, when the call has ended.</summary>
    protected abstract bool HasStreams { get; }

    /// <summary>Whether the request's body has no end in size or time.</summary>
    protected abstract bool HasRequestStream { get; }

    /// <summary>Runs one call.</summary>
    public Task InvokeAsync(HttpContext http) =>
        RequestCheck.Refuse(http, Services.Logger) ? Task.CompletedTask
        : !http.Request.Path.Value.AsSpan().EndsWith(Method.FullName, StringComparison.Ordinal) ? UnimplementedAnswer.Method(http)
        : RunAsync(http);

    protected abstract ValueTask HandleAsync(ServerCall call);

    private async Task RunAsync(HttpContext http)
    {
        var call = HasStreams ? new ServerCall() : _calls.Get();
        try
        {
            LiftLimits(http);
            call.Begin(http, this);
            await HandleAsync(call);
        }
        catch (Exception exception)
        {
            if (exception is UnsupportedEncodingException unsupported && !http.Response.HasStarted)
                http.Response.Headers.GrpcAcceptEncoding = unsupported.AcceptEncoding;
            call.Fail(exception);
        }
        await call.EndAsync();
        await call.ReleaseAsync();
        if (!HasStreams)
            _calls.Return(call);
    }

    private void LiftLimits(HttpContext http)
    {
        if (HasRequestStream && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } dataRate)
            dataRate.MinDataRate = null;
        if ((HasRequestStream || Services.Options.MaxReceiveMessageSize > UsualMaxBodySize / 2)
            && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } bodySize)
        {
            if (bodySize.IsReadOnly)
                ServerLog.BodySizeLimitFixed(Services.Logger);
            else
                bodySize.MaxRequestBodySize = null;
        }
        if (HasStreams)
            RequestTimeout.Disable(http);
    }
}
