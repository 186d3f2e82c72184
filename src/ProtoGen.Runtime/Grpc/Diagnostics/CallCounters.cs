using System.Diagnostics.Tracing;

namespace ProtoGen.Grpc.Diagnostics;

/// <summary>
/// Event counters over the calls of this process, under the names that grpc-dotnet's have, so that what watches those
/// (dotnet-counters, OpenTelemetry) watches these.
/// </summary>
/// <param name="name">What listeners know it by.</param>
/// <param name="isServer">Whether calls can turn out to be of unknown methods.</param>
internal sealed class CallCounters(string name, bool isServer) : EventSource(name)
{
    public static readonly CallCounters Client = new("Grpc.Net.Client", isServer: false);

    private readonly List<DiagnosticCounter> _counters = [];
    private long _total;
    private long _current;
    private long _failed;
    private long _late;
    private long _unimplemented;
    private long _sent;
    private long _received;

    [NonEvent]
    public void CallStarted()
    {
        Interlocked.Increment(ref _total);
        Interlocked.Increment(ref _current);
    }

    [NonEvent]
    public void CallEnded(StatusCode status)
    {
        Interlocked.Decrement(ref _current);
        if (status == StatusCode.OK)
            return;
        Interlocked.Increment(ref _failed);
        if (status == StatusCode.DeadlineExceeded)
            Interlocked.Increment(ref _late);
    }

    [NonEvent]
    public void CallUnimplemented() => Interlocked.Increment(ref _unimplemented);

    [NonEvent]
    public void MessageSent() => Interlocked.Increment(ref _sent);

    [NonEvent]
    public void MessageReceived() => Interlocked.Increment(ref _received);

    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command != EventCommand.Enable)
            return;
        lock (_counters)
        {
            if (_counters.Count > 0)
                return;
            Add("total-calls", "Total Calls", () => Volatile.Read(ref _total));
            Add("current-calls", "Current Calls", () => Volatile.Read(ref _current));
            Add("calls-failed", "Total Calls Failed", () => Volatile.Read(ref _failed));
            Add("calls-deadline-exceeded", "Total Calls Deadline Exceeded", () => Volatile.Read(ref _late));
            Add("messages-sent", "Total Messages Sent", () => Volatile.Read(ref _sent));
            Add("messages-received", "Total Messages Received", () => Volatile.Read(ref _received));
            if (isServer)
                Add("calls-unimplemented", "Total Calls Unimplemented", () => Volatile.Read(ref _unimplemented));
        }
    }

    [NonEvent]
    private void Add(string name, string title, Func<double> value) =>
        _counters.Add(new PollingCounter(name, this, value) { DisplayName = title });
}
