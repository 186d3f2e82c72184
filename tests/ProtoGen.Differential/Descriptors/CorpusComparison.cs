using System.Collections.Concurrent;

namespace ProtoGen.Differential.Descriptors;

/// <summary>Compares both compilers on the .proto files below one root.</summary>
internal sealed class CorpusComparison(CorpusArguments arguments, string root, params IReadOnlyList<CompilerOutput> outputs)
{
    private const int BatchSize = 256;

    /// <summary>Gets the number of compared files.</summary>
    public int FileCount { get; private set; }

    /// <summary>Gets the number of files on which protoc crashed.</summary>
    public int AbortCount { get; private set; }

    /// <summary>Returns the differences, by file name.</summary>
    public IReadOnlyList<Difference> Run(Action<int, int> progress)
    {
        var files = arguments.FilesOf(root);
        FileCount = files.Length;
        var comparer = new BatchComparer(arguments.ImportPath(root), outputs);
        var differences = new ConcurrentBag<Difference>();
        var done = 0;
        Parallel.ForEach(files.Chunk(BatchSize), batch =>
        {
            foreach (var difference in comparer.Compare(batch))
            {
                differences.Add(difference);
            }

            progress(Interlocked.Add(ref done, batch.Length), files.Length);
        });
        AbortCount = comparer.Aborts;
        return differences.OrderBy(difference => difference.File, StringComparer.Ordinal).ToList();
    }
}
