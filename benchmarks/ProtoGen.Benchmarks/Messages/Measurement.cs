using System.Diagnostics;
using System.Runtime;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>
/// Times two actions in alternating batches. The best batch of each counts, because disturbances only make a batch slower. Batches
/// are short, so that many are undisturbed, and continue until neither action has improved for a while.
/// </summary>
internal sealed class Measurement(TimeSpan atLeast, TimeSpan atMost)
{
    private const double BatchNanoseconds = 100_000;
    private const int RoundsWithoutGain = 200;
    private const int WarmUpRounds = 60;
    private const int QuietRounds = 6;
    private const int WarmUpCalls = 40;

    /// <summary>Calls all actions until the JIT compiler has finished recompiling them in the background.</summary>
    public void WarmUp(IReadOnlyList<Action> actions)
    {
        var quietRounds = 0;
        for (var round = 0; round < WarmUpRounds && quietRounds < QuietRounds; round++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            foreach (var action in actions)
            {
                for (var i = 0; i < WarmUpCalls; i++)
                    action();
            }

            Thread.Sleep(atLeast);
            quietRounds = JitInfo.GetCompiledMethodCount() == compiled ? quietRounds + 1 : 0;
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

        /// <summary>Gets the time of one call in the best batch so far, in nanoseconds.</summary>
        public double Best { get; private set; } = double.MaxValue;

        /// <summary>Runs one batch and returns whether it was the best so far by a clear margin.</summary>
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
