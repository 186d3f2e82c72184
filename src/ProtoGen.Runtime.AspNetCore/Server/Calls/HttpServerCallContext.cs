using Microsoft.AspNetCore.Http;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>What a service sees of its call.</summary>
internal sealed class HttpServerCallContext(ServerCall call) : ServerCallContext, IServerCallContextFeature
{
    /// <summary>Where <see cref="ServerCallContext.UserState"/> leads back here from a context that wraps this one.</summary>
    public static readonly object UserStateKey = "__ServerCallContext";

    private ServerCall? _call = call;
    private Status _finalStatus;

    ServerCallContext IServerCallContextFeature.ServerCallContext => this;

    public ServerCall Call =>
        _call ?? throw new InvalidOperationException("The gRPC call is over; its context can no longer be used.");

    protected override string MethodCore => Call.Handler.Method.FullName;

    protected override string HostCore => Call.Http.Request.Host.Value ?? "";

    protected override string PeerCore => PeerAddress.Format(Call.Http.Connection);

    protected override DateTime DeadlineCore => Call.Deadline;

    protected override Metadata RequestHeadersCore => Call.RequestHeaders;

    protected override CancellationToken CancellationTokenCore => _call?.CancellationToken ?? new CancellationToken(canceled: true);

    protected override Metadata ResponseTrailersCore => Call.ResponseTrailers;

    protected override Status StatusCore
    {
        get => _call?.Status ?? _finalStatus;
        set => Call.Status = value;
    }

    protected override WriteOptions? WriteOptionsCore
    {
        get => Call.WriteOptions;
        set => Call.WriteOptions = value;
    }

    protected override AuthContext AuthContextCore => PeerCertificate.GetAuthContext(Call.Http.Connection);

    protected override IDictionary<object, object> UserStateCore
    {
        get
        {
            var items = Call.Http.Items;
            items[UserStateKey] = this;
            return items!;
        }
    }

    /// <summary>Parts this context from its call, which may then serve another.</summary>
    public void Detach()
    {
        _finalStatus = Call.Status;
        _call = null;
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        return Call.WriteResponseHeadersAsync(responseHeaders);
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        new ServerContextPropagationToken(this, options);
}
