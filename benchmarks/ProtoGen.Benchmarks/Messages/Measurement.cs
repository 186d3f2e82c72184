using System.Diagnostics;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>
/// Times two actions in alternating batches. Of each the best batch counts, as disturbance only ever makes one slower; the
/// batches are short, so that many go undisturbed, and go on until neither has got better for a while.
/// </summary>
internal sealed class Measurement(TimeSpan atLeast, TimeSpan atMost)
{
    private const double BatchNanoseconds = 100_000;
    private const int RoundsWithoutGain = 200;
    private const int WarmUpRounds = 4;
    private const int WarmUpCalls = 200;

    /// <summary>Calls everything often enough for the JIT to compile it again, and gives it the time for that.</summary>
    public void WarmUp(IReadOnlyList<Action> actions)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var action in actions)
                for (var i = 0; i < WarmUpCalls; i++)
                    action();
            Thread.Sleep(atLeast);
        }
    }

    public MeasuredPair Run(Action theirs, Action ours)
    {
        var their = new Timed(theirs);
        var our = new Timed(ours);
        var start = Stopwatch.GetTimestamp();
        var idle = 0;
        while (Stopwatch.GetElapsedTime(start) < atMost)
        {
            var gained = their.RunBatch() | our.RunBatch();
            idle = gained ? 0 : idle + 1;
            if (idle > RoundsWithoutGain && Stopwatch.GetElapsedTime(start) > atLeast)
                break;
        }
        return new MeasuredPair(their.Best, our.Best, Allocated(theirs), Allocated(ours));
    }

    private static long Allocated(Action action)
    {
        const int calls = 100;
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    private sealed class Timed(Action action)
    {
        private const double Gain = 0.99;
        private int _calls = 1;

        /// <summary>Nanoseconds for one call in the best batch so far.</summary>
        public double Best { get; private set; } = double.MaxValue;

        /// <summary>Runs one batch; whether it was the best so far by more than chance.</summary>
        public bool RunBatch()
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < _calls; i++)
                action();
            var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds / _calls;
            var gained = time < Best * Gain;
            Best = Math.Min(Best, time);
            _calls = (int)Math.Max(1, BatchNanoseconds / Best);
            return gained;
        }
    }
}
