using System.Collections.Concurrent;

namespace ProtoGen.Differential.Descriptors;

/// <summary>Compares both compilers on all .proto files below a folder, which is the import root.</summary>
internal sealed class CorpusComparison(string root)
{
    private const int BatchSize = 256;

    private readonly string _root = Path.GetFullPath(root);

    /// <summary>How many files were compared.</summary>
    public int FileCount { get; private set; }

    /// <summary>The differences, by file name.</summary>
    public IReadOnlyList<Difference> Run(Action<int, int> progress)
    {
        string[] files = Directory.EnumerateFiles(_root, "*.proto", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).ToArray();
        FileCount = files.Length;
        var comparer = new BatchComparer(_root);
        var differences = new ConcurrentBag<Difference>();
        int done = 0;
        Parallel.ForEach(files.Chunk(BatchSize), batch =>
        {
            foreach (Difference difference in comparer.Compare(batch))
            {
                differences.Add(difference);
            }

            progress(Interlocked.Add(ref done, batch.Length), files.Length);
        });
        return differences.OrderBy(difference => difference.File, StringComparer.Ordinal).ToList();
    }
}
