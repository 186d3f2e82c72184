using System.Diagnostics;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>What one round of a scenario came to. Costs are for each message.</summary>
/// <param name="Rate">Messages a second.</param>
/// <param name="P50">The median time of a call, in microseconds.</param>
/// <param name="P99">The time that 99 of 100 calls keep, in microseconds.</param>
/// <param name="ClientCpu">Microseconds.</param>
/// <param name="ServerCpu">Microseconds.</param>
/// <param name="ClientBytes">Allocated.</param>
/// <param name="ServerBytes">Allocated.</param>
internal sealed record Round(
    double Rate, double P50, double P99, double ClientCpu, double ServerCpu, double ClientBytes, double ServerBytes)
{
    /// <summary>Calls without pause for some time.</summary>
    public static async Task<Round> RunAsync(Scenario scenario, IExchange exchange, ServerProcess server, TimeSpan duration)
    {
        var serverBefore = server.GetUsage();
        var clientBefore = ProcessUsage.OfThisProcess();
        var watch = Stopwatch.StartNew();
        var workers = new Task<List<long>>[scenario.Concurrency];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = Task.Run(() => CallAsync(scenario, exchange, watch, duration));
        var times = (await Task.WhenAll(workers)).SelectMany(list => list).Order().ToArray();
        var seconds = watch.Elapsed.TotalSeconds;
        var client = ProcessUsage.OfThisProcess() - clientBefore;
        var serverUsage = server.GetUsage() - serverBefore;
        double messages = times.Length * scenario.Messages;
        return new Round(
            messages / seconds,
            Microseconds(times[times.Length / 2]),
            Microseconds(times[(int)(times.Length * 0.99)]),
            client.Cpu.TotalMicroseconds / messages,
            serverUsage.Cpu.TotalMicroseconds / messages,
            client.AllocatedBytes / messages,
            serverUsage.AllocatedBytes / messages);
    }

    /// <summary>The median of each figure.</summary>
    public static Round Median(IReadOnlyCollection<Round> rounds) => new(
        Median(rounds, round => round.Rate),
        Median(rounds, round => round.P50),
        Median(rounds, round => round.P99),
        Median(rounds, round => round.ClientCpu),
        Median(rounds, round => round.ServerCpu),
        Median(rounds, round => round.ClientBytes),
        Median(rounds, round => round.ServerBytes));

    private static async Task<List<long>> CallAsync(Scenario scenario, IExchange exchange, Stopwatch watch, TimeSpan duration)
    {
        var times = new List<long>();
        while (watch.Elapsed < duration)
        {
            var start = Stopwatch.GetTimestamp();
            await scenario.CallAsync(exchange, scenario);
            times.Add(Stopwatch.GetTimestamp() - start);
        }
        return times;
    }

    private static double Median(IReadOnlyCollection<Round> rounds, Func<Round, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
