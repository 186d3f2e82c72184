using ProtoGen.Benchmarks.Grpc.Floor;
using ProtoGen.Grpc;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>
/// Suite <c>grpc</c>: the built-in stack beside hand-written framing on Kestrel and HttpClient, with the same messages and the same
/// bytes on the wire, in alternating rounds over one connection each. <c>grpc [--quick] [WORD...]</c>: the words select lines.
/// <c>grpc soak [CALLS]</c>: what a million calls leave behind in memory.
/// </summary>
public static class GrpcSuite
{
    /// <summary>The suite's name on the command line.</summary>
    public const string Name = "grpc";

    internal const string ServerArgument = "server";

    private const string SoakArgument = "soak";

    /// <summary>Runs the suite and prints a table; or, in a process of its own, the server.</summary>
    /// <param name="args">What follows the suite's name.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (args is [ServerArgument])
            return GrpcServer.RunAsync().GetAwaiter().GetResult();
        if (args is [SoakArgument, ..])
        {
            GrpcSoak.RunAsync(args.Length > 1 ? int.Parse(args[1]) : 1_000_000).GetAwaiter().GetResult();
            return 0;
        }
        var plan = args.Contains("--quick") ? Plan.Quick : Plan.Full;
        var words = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        RunAsync(plan, words).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(Plan plan, string[] words)
    {
        using var server = new ServerProcess();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var floor = new FloorExchange(server.Address);
        var ours = new GeneratedExchange(channel);
        var report = new GrpcReport();
        foreach (var scenario in Scenario.All.Where(scenario => words.All(scenario.Name.Contains)))
        {
            await Round.RunAsync(scenario, floor, server, plan.WarmUp);
            await Round.RunAsync(scenario, ours, server, plan.WarmUp);
            var floorRounds = new List<Round>();
            var ourRounds = new List<Round>();
            for (var round = 0; round < plan.Rounds; round++)
            {
                floorRounds.Add(await Round.RunAsync(scenario, floor, server, plan.Round));
                ourRounds.Add(await Round.RunAsync(scenario, ours, server, plan.Round));
            }
            var line = report.Add(scenario, Round.Median(floorRounds), Round.Median(ourRounds));
            Console.Error.WriteLine(line);
        }
        report.Write(Console.Out);
    }

    private sealed record Plan(TimeSpan WarmUp, TimeSpan Round, int Rounds)
    {
        public static readonly Plan Full = new(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(1.1), 7);
        public static readonly Plan Quick = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.4), 3);
    }
}
