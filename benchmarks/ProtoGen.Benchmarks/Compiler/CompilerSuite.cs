using System.Globalization;

namespace ProtoGen.Benchmarks.Compiler;

/// <summary>
/// Suite <c>compiler</c>: compares protogenc with protoc on all of google-proto-files, for descriptors and for C# with gRPC.
/// </summary>
internal static class CompilerSuite
{
    private const int Rounds = 3;

    /// <summary>Runs the suite and prints its figures.</summary>
    /// <param name="args">The folder of the corpus; by default the one that tests/setup.sh installs.</param>
    public static int Run(string[] args)
    {
        if (CompilerTools.Find(args) is not { } tools) return 1;
        var files = Corpus.FilesBelow(tools.Corpus);
        Console.WriteLine($"{files.Count} files, {files.Sum(file => file.Length) / 1e6:F1} MB, medians of {Rounds} alternating rounds\n");
        Console.WriteLine("| work | | wall s | CPU s | peak MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        var work = Directory.CreateTempSubdirectory("protogen-benchmark");
        try
        {
            var runner = new CompilerRuns(tools, work.FullName);
            foreach (var part in (int[])[4, 2, 1])
            {
                var some = files.Take(files.Count / part).ToList();
                Report($"descriptors, {some.Count} files, {some.Sum(file => file.Length) / 1e6:F1} MB", runner.Descriptors(some, Rounds));
            }

            Report("C# and gRPC", runner.CSharpAndGrpc(files, Rounds));
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return 0;
    }

    private static void Report(string name, (ProcessCost Protoc, ProcessCost Ours) cost)
    {
        Row(name, "protoc", cost.Protoc.Wall, cost.Protoc.Cpu, cost.Protoc.PeakBytes / 1e6);
        Row("", "protogenc", cost.Ours.Wall, cost.Ours.Cpu, cost.Ours.PeakBytes / 1e6);
        Row(
            "", "ratio", cost.Ours.Wall / cost.Protoc.Wall, cost.Ours.Cpu / cost.Protoc.Cpu,
            (double)cost.Ours.PeakBytes / cost.Protoc.PeakBytes);
    }

    private static void Row(string work, string who, double wall, double cpu, double peak) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"| {work} | {who} | {wall:F2} | {cpu:F2} | {peak:F2} |"));
}
