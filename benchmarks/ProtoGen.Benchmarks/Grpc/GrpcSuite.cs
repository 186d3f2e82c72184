using System.Diagnostics;
using System.Globalization;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>
/// Compares ProtoGen's code with that of Grpc.Tools on the same grpc-dotnet: messages per second and allocated bytes of both sides.
/// <c>grpc [--quick] [WORD...]</c>, run from the repository's folder; the words select rows.
/// Rounds are paired, so that load on the machine affects both. The result is the median of the rounds' ratios.
/// </summary>
internal static class GrpcSuite
{
    private static readonly (string Name, string Title)[] Kinds =
        [
            ("unary1", "unary, 1 in flight"),
            ("unary64", "unary, 64 in flight"),
            ("download", "server streaming"),
            ("upload", "client streaming"),
        ];

    private static readonly (string Name, string Title)[] Payloads =
        [("small", "34 B"), ("nested50", "50 nested, 1.8 KB"), ("nested1500", "1,500 nested, 59 KB"), ("bytes", "64 KB of bytes")];

    public static int Run(string[] args)
    {
        var (rounds, time) = args.Contains("--quick") ? (3, TimeSpan.FromSeconds(0.3)) : (15, TimeSpan.FromSeconds(0.5));
        using var theirs = new GrpcSide(Build("Theirs"));
        using var ours = new GrpcSide(Build("Ours"));
        Console.WriteLine($"| | {string.Join(" | ", Payloads.Select(payload => payload.Title))} |");
        Console.WriteLine($"|---{string.Concat(Payloads.Select(_ => "|---"))}|");
        var words = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        foreach (var kind in Kinds.Where(kind => words.All(word => kind.Title.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            Console.WriteLine(
                $"| {kind.Title} | {string.Join(" | ", Payloads.Select(payload => Measure(theirs, ours, kind.Name, payload.Name, rounds, time)))} |");
        }

        return 0;
    }

    private static string Measure(GrpcSide theirs, GrpcSide ours, string kind, string payload, int rounds, TimeSpan time)
    {
        foreach (var side in (GrpcSide[])[theirs, ours, theirs, ours]) side.Run(kind, payload, time);
        var pairs = Enumerable.Range(0, rounds)
            .Select(_ => (Theirs: theirs.Run(kind, payload, time), Ours: ours.Run(kind, payload, time)))
            .ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(pairs.Select(pair => pair.Ours.PerSecond / pair.Theirs.PerSecond)):F2} ({Median(pairs.Select(pair => pair.Ours.PerSecond)):F0}/s; allocated {Allocated(pairs.Select(pair => pair.Ours.ClientBytes / pair.Theirs.ClientBytes))}, {Allocated(pairs.Select(pair => pair.Ours.ServerBytes / pair.Theirs.ServerBytes))})");
    }

    private static string Allocated(IEnumerable<double> ratios) => Median(ratios).ToString("F2", CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Build(string side)
    {
        var folder = Path.GetFullPath(Path.Combine("benchmarks", "GrpcPeer", side));
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-v", "q", "--nologo", "-clp:NoSummary"])
            {
                WorkingDirectory = folder,
            })!;
        build.WaitForExit();
        if (build.ExitCode != 0) throw new InvalidOperationException($"The build in {folder} failed.");
        return Path.Combine(folder, "bin", "Release", "net10.0", side + ".dll");
    }
}
