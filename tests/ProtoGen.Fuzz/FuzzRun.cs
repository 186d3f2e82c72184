using System.Collections.Concurrent;
using System.Diagnostics;
using ProtoGen.Fuzz.Checks;
using ProtoGen.Fuzz.Seeds;

namespace ProtoGen.Fuzz;

/// <summary>Generates and checks batches on all processors.</summary>
internal sealed class FuzzRun(FuzzOptions options, Action<string> report)
{
    private const int MaxFindings = 25;

    private readonly ConcurrentDictionary<string, bool> _signatures = new();
    private readonly ConcurrentBag<Finding> _findings = [];
    private int _inputs;
    private int _accepted;
    private int _aborts;

    /// <summary>Runs until the time is over, all batches are done or enough findings exist.</summary>
    public FuzzResult Run()
    {
        var watch = Stopwatch.StartNew();
        var maker = new BatchMaker(SeedCorpus.Load(), options.Seed);
        var folder = Directory.CreateTempSubdirectory("protogen-fuzz-");
        try
        {
            var numbers = Enumerable.Range(options.FirstBatch, Math.Min(options.Batches, int.MaxValue - options.FirstBatch));
            // Without a limit the thread pool starts ever more batches, since their threads wait for protoc.
            var limit = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(Partitioner.Create(numbers, EnumerablePartitionerOptions.NoBuffering), limit, (number, state) =>
            {
                if (watch.Elapsed > options.Duration || _findings.Count >= MaxFindings) state.Stop();
                else Check(maker.Make(number), Path.Combine(folder.FullName, $"batch-{number}"));
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return new FuzzResult(_inputs, _accepted, _aborts, watch.Elapsed, [.. _findings]);
    }

    private void Check(FuzzBatch batch, string folder)
    {
        var check = new BatchCheck(batch, folder, signature => _signatures.TryAdd(signature, true));
        foreach (var finding in check.Run())
        {
            _findings.Add(finding);
            report(finding.ToString());
        }

        Interlocked.Add(ref _inputs, batch.Inputs.Count);
        Interlocked.Add(ref _accepted, check.Accepted);
        Interlocked.Add(ref _aborts, check.KnownAborts);
        Directory.Delete(folder, recursive: true);
    }
}
