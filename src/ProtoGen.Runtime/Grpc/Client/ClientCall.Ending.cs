using ProtoGen.Grpc.Diagnostics;

namespace ProtoGen.Grpc.Client;

internal abstract partial class ClientCall
{
    // 49 days; a deadline beyond is waited for in several goes.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    private CallOutcome? _outcome;
    private CancellationToken _canceledBy;
    private CancellationTokenRegistration _callerCancellation;
    private CancellationTokenRegistration _propagatedCancellation;
    private Timer? _deadlineTimer;

    /// <summary>How the call ended; null while it is under way.</summary>
    public CallOutcome? Outcome => Volatile.Read(ref _outcome);

    public override Status GetStatus() => Outcome is { } outcome
        ? outcome.Status
        : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    /// <summary>What to throw for a call that has ended, or for a failure that ends it.</summary>
    /// <param name="doing">What was being done, as a sentence.</param>
    /// <param name="exception">What was thrown.</param>
    public Exception Fail(string doing, Exception exception)
    {
        if (exception is OperationCanceledException && Outcome is null && !FailureStatus.IsClientTimeout(exception))
            exception = exception.InnerException ?? exception;
        var status = FailureStatus.From(doing, exception);

        // A server that watches the deadline too may have reset the stream a moment before the timer here goes off.
        if (status.StatusCode == StatusCode.Cancelled && Deadline <= DateTime.UtcNow)
            status = new Status(StatusCode.DeadlineExceeded, status.Detail, status.DebugException);
        End(CallOutcome.FromClient(status));
        return CreateException(exception);
    }

    /// <summary>What to throw for a call that has ended.</summary>
    /// <param name="cause">The exception that brought it to light, or null.</param>
    public Exception CreateException(Exception? cause = null)
    {
        var outcome = Outcome!;
        var code = outcome.Status.StatusCode;
        var isCanceled = code == StatusCode.DeadlineExceeded || (code == StatusCode.Cancelled && !outcome.HasTrailers);
        return isCanceled && Channel.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(outcome.Status.Detail, cause, _canceledBy)
            : new RpcException(outcome.Status, TrailersOrEmpty());
    }

    /// <summary>Cancels the call while a read or a write with a token of its own is under way.</summary>
    public CancellationTokenRegistration CancelBy(CancellationToken token) =>
        token.CanBeCanceled && token != Options.CancellationToken
            ? token.UnsafeRegister(static (call, canceled) => ((ClientCall)call!).Cancel(canceled), this)
            : default;

    /// <summary>Enters the call in the channel's books and sets its alarms.</summary>
    /// <exception cref="ObjectDisposedException">The channel was disposed.</exception>
    protected void Begin()
    {
        Channel.Calls.Add(this);
        CallCounters.Client.CallStarted();
        ClientLog.Starting(Channel.Logger, Route.Method.FullName);
        if (Options.CancellationToken.CanBeCanceled)
            _callerCancellation = CancelBy(Options.CancellationToken, default);
        if (Options.PropagationToken is { } propagation)
            _propagatedCancellation = CancelBy(propagation.CancellationToken, Options.CancellationToken);
        if (Deadline is { } deadline)
            StartDeadline(deadline - DateTime.UtcNow);
    }

    /// <summary>Ends the call, if nothing has ended it before.</summary>
    protected void End(CallOutcome outcome)
    {
        if (Interlocked.CompareExchange(ref _outcome, outcome, null) is not null)
            return;
        Channel.Calls.Remove(this);
        _callerCancellation.Unregister();
        _propagatedCancellation.Unregister();
        _deadlineTimer?.Dispose();
        ClientLog.Ended(Channel.Logger, Route.Method.FullName, outcome.Status);
        CallCounters.Client.CallEnded(outcome.Status.StatusCode);
        if (_activity is { } activity)
            CallTracing.Stop(activity, outcome.Status.StatusCode, _request!, _response);
        if (!outcome.HasTrailers)
            _cancellation.Cancel();

        // Also after a response was read to its end: a body stream left to its finalizer survives a collection with all it holds.
        _response?.Dispose();
        OnEnded();
        if (!outcome.HasTrailers)
            FailHeaders();
    }

    /// <summary>Lets the cancellation source go to another call, unless someone outside has its token.</summary>
    protected void ReuseCancellation()
    {
        if (!HasCredentials)
            CancellationSources.Return(_cancellation);
    }

    /// <summary>Wakes whoever waits for something that will not come any more.</summary>
    protected virtual void OnEnded()
    {
    }

    private void Cancel(CancellationToken token)
    {
        _canceledBy = token;
        End(CallOutcome.FromClient(
            new Status(StatusCode.Cancelled, "Call canceled by the client.", new OperationCanceledException(token))));
    }

    private CancellationTokenRegistration CancelBy(CancellationToken token, CancellationToken known) => token != known
        ? token.UnsafeRegister(static (call, canceled) => ((ClientCall)call!).Cancel(canceled), this)
        : default;

    private void StartDeadline(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
        {
            ExceedDeadline();
        }
        else
        {
            // The timer must not keep the caller's async locals alive.
            using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            {
                _deadlineTimer = new Timer(
                    static call => ((ClientCall)call!).OnDeadlineTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
            _deadlineTimer.Change(Shorter(timeout, LongestTimer), Timeout.InfiniteTimeSpan);
            if (Outcome is not null)
                _deadlineTimer.Dispose();
        }
    }

    private void OnDeadlineTimer()
    {
        var remaining = Deadline!.Value - DateTime.UtcNow;
        if (remaining > TimeSpan.Zero)
            _deadlineTimer!.Change(Shorter(remaining + TimerResolution, LongestTimer), Timeout.InfiniteTimeSpan);
        else
            ExceedDeadline();
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private void ExceedDeadline() => End(CallOutcome.FromClient(
        new Status(StatusCode.DeadlineExceeded, "The deadline passed before the call completed.")));
}
