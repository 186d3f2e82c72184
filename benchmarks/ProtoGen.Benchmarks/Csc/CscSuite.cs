using System.Globalization;
using ProtoGen.Benchmarks.Build;
using ProtoGen.Benchmarks.Compiler;

namespace ProtoGen.Benchmarks.Csc;

/// <summary>
/// Measures the time and memory in which the SDK's C# compiler compiles the code that protoc and ProtoGen generate from a part of
/// google-proto-files.
/// </summary>
/// <remarks>
/// ProtoGen's code is compiled with and without ProtoGen.Runtime. The compilations alternate. First each is a separate process, which also
/// compiles the compiler's own code; then a server that has compiled all of them once compiles them again.
/// </remarks>
internal static class CscSuite
{
    private const int DefaultFiles = 380;
    private const int DefaultRounds = 3;

    /// <summary>Runs the suite and prints its figures.</summary>
    /// <param name="args">The folder of the corpus, the number of files and the number of rounds; all optional.</param>
    public static int Run(string[] args)
    {
        if (CompilerTools.Find(args) is not { } tools) return 2;
        var files = ProtoSelection.Take(tools.Corpus, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : DefaultFiles);
        var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : DefaultRounds;
        var work = Directory.CreateTempSubdirectory("protogen-csc");
        try
        {
            CompiledSources[] all =
            [
                CompiledSources.OfProtoc(tools, files, Path.Combine(work.FullName, "protoc")),
                CompiledSources.OfProtoGen(tools.Corpus, files, Path.Combine(work.FullName, "runtime"), hasRuntime: true),
                CompiledSources.OfProtoGen(tools.Corpus, files, Path.Combine(work.FullName, "general"), hasRuntime: false),
            ];
            Report(files.Count, rounds, all);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Report(int files, int rounds, CompiledSources[] all)
    {
        var costs = Alternate(rounds, all, source => source.Compile());
        using var server = new CompilerServer(CompiledSources.Csc);
        double CompileInServer(CompiledSources source) => server.CpuOf(() => source.Compile(server.ClientOption));
        Alternate(1, all, CompileInServer);
        var warm = Alternate(rounds, all, CompileInServer).Select(seconds => seconds.Order().ElementAt(rounds / 2)).ToArray();

        Console.WriteLine($"{files} files, medians of {rounds} alternating rounds; in brackets the part of protoc's\n");
        Console.WriteLine("| messages of | MB | 1,000 lines | wall s | CPU s | peak MB | CPU s of a warm compiler |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        var medians = costs.Select(ProcessCost.Median).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            Console.WriteLine(
                $"| {all[i].Name} | {Cell(source => source.Bytes / 1e6, i, all)} | {Cell(source => source.Lines / 1e3, i, all)} | " +
                $"{Cell(cost => cost.Wall, i, medians)} | {Cell(cost => cost.Cpu, i, medians)} | {Cell(cost => cost.PeakBytes / 1e6, i, medians)} | " +
                $"{Cell(seconds => seconds, i, warm)} |");
        }
    }

    private static List<T>[] Alternate<T>(int rounds, CompiledSources[] all, Func<CompiledSources, T> compile)
    {
        var results = all.Select(_ => new List<T>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
                results[i].Add(compile(all[i]));
        }

        return results;
    }

    // The first row is that of protoc's code.
    private static string Cell<T>(Func<T, double> figure, int row, T[] rows) => row == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{figure(rows[row]):F1}")
        : string.Create(CultureInfo.InvariantCulture, $"{figure(rows[row]):F1} ({figure(rows[row]) / figure(rows[0]):F2})");
}
