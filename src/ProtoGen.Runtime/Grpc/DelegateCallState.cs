namespace ProtoGen.Grpc;

/// <summary>A call made of delegates, as interceptors and mocks make them.</summary>
internal sealed class DelegateCallState(
    Task<Metadata> responseHeadersAsync,
    Func<Status> getStatusFunc,
    Func<Metadata> getTrailersFunc,
    Action disposeAction) : CallState
{
    public override Task<Metadata> ResponseHeadersAsync => responseHeadersAsync;

    public override Status GetStatus() => getStatusFunc();

    public override Metadata GetTrailers() => getTrailersFunc();

    public override void Dispose() => disposeAction();
}
