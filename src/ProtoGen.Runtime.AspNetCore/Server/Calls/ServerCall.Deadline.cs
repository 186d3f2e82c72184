using System.Diagnostics;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <content>
/// The deadline. When it passes, the status goes out at once, whatever the handler is doing; the handler learns by its
/// cancellation token. Whoever changes <c>_phase</c> away from <see cref="Phase.Running"/> ends the response.
/// </content>
internal sealed partial class ServerCall
{
    // The longest that a timer takes, 49 days; a deadline beyond is waited for in several goes.
    private static readonly TimeSpan _longestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    // What a timestamp can hold is 292 years. Deadlines beyond are reported, not enforced.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(100 * 365);

    // How long the status may take to get through to a client that doesn't read.
    private static readonly TimeSpan _completionPatience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private Phase _phase;
    private long _deadlineTimestamp;
    private Timer? _timer;
    private CancellationTokenSource? _cancellation;
    private CancellationTokenRegistration _abortRegistration;
    private TaskCompletionSource? _endedAtDeadline;

    private enum Phase
    {
        Idle,
        Running,
        Ended,
        DeadlineExceeded,
    }

    /// <summary>When the call must be over, in UTC; <see cref="DateTime.MaxValue"/> for no deadline.</summary>
    public DateTime Deadline { get; private set; } = DateTime.MaxValue;

    public bool IsDeadlineExceeded => _phase == Phase.DeadlineExceeded;

    /// <summary>Cancelled when the client gives up or the deadline passes.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            if (_deadlineTimestamp == 0)
                return Http.RequestAborted;
            lock (_gate)
            {
                if (_cancellation is null)
                {
                    // Not kept for the next call: the service may hold the token for longer.
                    _cancellation = new CancellationTokenSource();
                    _abortRegistration = Http.RequestAborted.UnsafeRegister(
                        static source => ((CancellationTokenSource)source!).Cancel(), _cancellation);
                    if (IsDeadlineExceeded)
                        _cancellation.Cancel();
                }
                return _cancellation.Token;
            }
        }
    }

    private void StartDeadline(TimeSpan timeout)
    {
        var now = DateTime.UtcNow;
        Deadline = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        if (timeout <= TimeSpan.Zero)
            throw new RpcException(DeadlineStatus);
        if (timeout > _longestWait)
            return;
        _deadlineTimestamp = Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        Wait(timeout);
        ServerLog.DeadlineStarted(Logger, timeout);
    }

    private static Status DeadlineStatus => new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    private void Wait(TimeSpan time)
    {
        _timer ??= CreateTimer();
        _timer.Change(time < _longestTimer ? time : _longestTimer, Timeout.InfiniteTimeSpan);
    }

    private Timer CreateTimer()
    {
        // The timer outlives this call; what flows with this call must not.
        using (ExecutionContext.IsFlowSuppressed() ? default(IDisposable?) : ExecutionContext.SuppressFlow())
        {
            return new Timer(
                static call => ((ServerCall)call!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            // A late tick may meet another call in this object, or none.
            if (_phase != Phase.Running || _deadlineTimestamp == 0)
                return;
            var remaining = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _deadlineTimestamp);
            if (remaining > TimeSpan.Zero)
            {
                Wait(remaining + TimeSpan.FromMilliseconds(1));
                return;
            }
            _phase = Phase.DeadlineExceeded;
            Status = DeadlineStatus;
            _endedAtDeadline = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        _ = EndAtDeadlineAsync(_endedAtDeadline);
    }

    private async Task EndAtDeadlineAsync(TaskCompletionSource ended)
    {
        ServerLog.DeadlineExceeded(Logger, Handler.Method.FullName);
        try
        {
            await SendDeadlineStatusAsync();
        }
        catch (Exception exception)
        {
            ServerLog.DeadlineFailed(Logger, Handler.Method.FullName, exception);
        }
        ended.SetResult();
    }

    private async Task SendDeadlineStatusAsync()
    {
        try
        {
            if (Writer.IsBroken || _flushes != 0)
            {
                // The client doesn't take what is under way, so it would not get a status behind it.
                Reset(Http2ErrorCodes.Cancel);
                return;
            }
            WriteStatus(DeadlineStatus, trailers: null);
            await Http.Response.CompleteAsync().WaitAsync(_completionPatience);
            Reset(Http2ErrorCodes.NoError);
        }
        catch (TimeoutException)
        {
            Reset(Http2ErrorCodes.Cancel);
        }
        finally
        {
            CancellationTokenSource? cancellation;
            lock (_gate)
                cancellation = _cancellation;
            cancellation?.Cancel();
        }
    }

    private bool TryEnd()
    {
        lock (_gate)
        {
            if (_phase != Phase.Running)
                return false;
            _phase = Phase.Ended;
            if (_deadlineTimestamp != 0)
                _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    private void ReleaseDeadline()
    {
        lock (_gate)
        {
            _phase = Phase.Idle;
            _deadlineTimestamp = 0;
            Deadline = DateTime.MaxValue;
            _cancellation = null;
            _endedAtDeadline = null;
        }
        _abortRegistration.Unregister();
        _abortRegistration = default;
    }
}
