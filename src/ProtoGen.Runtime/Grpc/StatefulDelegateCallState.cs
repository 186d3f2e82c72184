namespace ProtoGen.Grpc;

/// <summary>A call made of delegates that take a state.</summary>
internal sealed class StatefulDelegateCallState(
    Func<object, Task<Metadata>> responseHeadersAsync,
    Func<object, Status> getStatusFunc,
    Func<object, Metadata> getTrailersFunc,
    Action<object> disposeAction,
    object state) : CallState
{
    public override Task<Metadata> ResponseHeadersAsync => responseHeadersAsync(state);

    public override Status GetStatus() => getStatusFunc(state);

    public override Metadata GetTrailers() => getTrailersFunc(state);

    public override void Dispose() => disposeAction(state);
}
