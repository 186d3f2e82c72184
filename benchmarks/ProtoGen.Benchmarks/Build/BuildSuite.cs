using System.Diagnostics;
using System.Globalization;
using ProtoGen.Benchmarks.Compiler;

namespace ProtoGen.Benchmarks.Build;

/// <summary>
/// Measures <c>dotnet build</c> of a project with messages, with ProtoGen in both output modes and with Grpc.Tools: after a clean, with
/// nothing changed, and with one file changed.
/// </summary>
/// <remarks>The builds alternate and use no build servers, so that no build profits from an earlier one.</remarks>
internal static class BuildSuite
{
    private const int DefaultFiles = 300;
    private const int DefaultRounds = 3;

    // The feed contains only the version that the suite has packed.
    private const string OurPackage = "<PackageReference Include=\"ProtoGen.SourceGenerator\" Version=\"*\" />";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs the suite and prints its figures.</summary>
    /// <param name="args">The folder of the corpus, the number of files and the number of rounds; all optional.</param>
    public static int Run(string[] args)
    {
        if (CompilerTools.Find(args) is not { } tools) return 2;
        var files = ProtoSelection.Take(tools.Corpus, args.Length > 1 ? int.Parse(args[1]) : DefaultFiles);
        var rounds = args.Length > 2 ? int.Parse(args[2]) : DefaultRounds;
        var folder = Path.Combine(Path.GetTempPath(), $"protogen-build-{Environment.ProcessId}");
        try
        {
            BuiltProject.PackTo(Path.Combine(folder, "feed"));
            BuiltProject[] projects =
            [
                BuiltProject.Create(folder, "ProtoGen", OurPackage, tools.Corpus, files),
                BuiltProject.Create(
                    folder, "ProtoGen, Files mode", OurPackage, tools.Corpus, files, "<ProtoGenOutput>Files</ProtoGenOutput>"),
                BuiltProject.Create(
                    folder, "Grpc.Tools",
                    "<PackageReference Include=\"Grpc.Tools\" Version=\"2.85.0\" PrivateAssets=\"all\" /><PackageReference Include=\"Google.Protobuf\" Version=\"3.25.1\" />",
                    tools.Corpus, files),
            ];
            var costs = Measure(projects, rounds);
            Console.WriteLine($"{files.Count} files, medians of {costs[0].Costs[projects[0]].Count} rounds\n");
            Print(costs, projects);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each round builds every project, so that a slowdown of the machine affects all of them. A round that may not end in time does not
    // start.
    private static Kind[] Measure(BuiltProject[] projects, int rounds)
    {
        Kind[] kinds =
        [
            new("clean", project => project.Clean(), projects),
            // These builds are short, so that a single one says little.
            new("nothing changed", _ => { }, projects) { BuildsPerRound = 7 },
            new("one file changed", project => project.ChangeOneFile(), projects),
        ];
        var watch = Stopwatch.StartNew();
        for (var round = 1; round <= rounds && (round == 1 || watch.Elapsed / (round - 1) * round <= Patience); round++)
        {
            foreach (var kind in kinds)
            {
                foreach (var project in Enumerable.Repeat(projects, kind.BuildsPerRound).SelectMany(all => all))
                {
                    kind.Prepare(project);
                    kind.Costs[project].Add(project.Build());
                }
            }
        }

        return kinds;
    }

    // The last project uses Grpc.Tools.
    private static void Print(Kind[] kinds, BuiltProject[] projects)
    {
        Console.WriteLine("| build | with | wall | CPU | peak memory | wall, ratio to Grpc.Tools |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var kind in kinds)
        {
            var medians = projects.Select(project => ProcessCost.Median(kind.Costs[project])).ToArray();
            foreach (var (project, cost) in projects.Zip(medians))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kind.Name} | {project.Name} | {cost.Wall:F1} s | {cost.Cpu:F1} s | {cost.PeakBytes >> 20} MB | {cost.Wall / medians[^1].Wall:F2} |"));
            }
        }
    }

    /// <summary>A kind of build, with the costs of each project's builds.</summary>
    private sealed class Kind(string name, Action<BuiltProject> prepare, BuiltProject[] projects)
    {
        public string Name => name;

        public Action<BuiltProject> Prepare => prepare;

        public int BuildsPerRound { get; init; } = 1;

        public Dictionary<BuiltProject, List<ProcessCost>> Costs { get; } = projects.ToDictionary(
            project => project, _ => new List<ProcessCost>());
    }
}
