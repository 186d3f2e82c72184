namespace ProtoGen.Grpc;

/// <summary>What every kind of call object asks of the call behind it.</summary>
internal abstract class CallState
{
    public abstract Task<Metadata> ResponseHeadersAsync { get; }

    public abstract Status GetStatus();

    public abstract Metadata GetTrailers();

    public abstract void Dispose();
}
