using ProtoGen.Benchmarks.Compiler;

namespace ProtoGen.Benchmarks.Build;

/// <summary>
/// Suite <c>build</c>: <c>dotnet build</c> of one project with ProtoGen and with Grpc.Tools, alternating: clean, with nothing changed, with
/// one file changed. Messages only, since Grpc.Core.Api, which Grpc.Tools' services need, may not be there. Without build servers, so that
/// each build pays for itself.
/// </summary>
internal static class BuildSuite
{
    private const int DefaultFiles = 300;
    private const int DefaultRounds = 3;

    /// <summary>Arguments: the corpus' folder, the number of files, the number of rounds; all optional.</summary>
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
                BuiltProject.Create(folder, "ProtoGen", "<PackageReference Include=\"ProtoGen.SourceGenerator\" Version=\"0.1.0\" />", tools.Corpus, files),
                BuiltProject.Create(
                    folder, "Grpc.Tools",
                    "<PackageReference Include=\"Grpc.Tools\" Version=\"2.85.0\" PrivateAssets=\"all\" /><PackageReference Include=\"Google.Protobuf\" Version=\"3.25.1\" />",
                    tools.Corpus, files),
            ];
            Console.WriteLine($"{files.Count} files, {rounds} rounds, medians");
            Compare("clean", projects, rounds, project => project.Clean());
            Compare("nothing changed", projects, rounds, _ => { });
            Compare("one file changed", projects, rounds, project => project.ChangeOneFile());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string what, BuiltProject[] projects, int rounds, Action<BuiltProject> prepare)
    {
        var costs = projects.ToDictionary(project => project, _ => new List<ProcessCost>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var project in projects)
            {
                prepare(project);
                costs[project].Add(project.Build());
            }
        }

        foreach (var project in projects)
        {
            var (wall, cpu, peak) = ProcessCost.Median(costs[project]);
            Console.WriteLine($"{what,-18} {project.Name,-12} {wall,7:F1} s wall {cpu,7:F1} s CPU {peak >> 20,6} MB peak");
        }
    }
}
