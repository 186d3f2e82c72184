namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The graph of imports between the project's files.</summary>
internal sealed class ImportGraph
{
    private readonly Dictionary<string, List<string>> _imported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _importers = new(StringComparer.Ordinal);

    public ImportGraph(ImportMap map)
    {
        var paths = map.Files.ToDictionary(file => file.Name, file => file.Path, StringComparer.Ordinal);
        foreach (var file in map.Files)
        {
            foreach (var import in file.Imports)
            {
                if (!paths.TryGetValue(import, out var path)) continue;
                Add(_imported, file.Path, path);
                Add(_importers, path, file.Path);
            }
        }
    }

    /// <summary>Returns the files and all files that import them, directly or indirectly.</summary>
    public HashSet<string> GetImporters(IEnumerable<string> paths) => Reach(paths, _importers);

    /// <summary>Returns the files and all files that they import, directly or indirectly.</summary>
    public HashSet<string> GetImported(IEnumerable<string> paths) => Reach(paths, _imported);

    private static void Add(Dictionary<string, List<string>> edges, string from, string to)
    {
        if (!edges.TryGetValue(from, out var targets)) edges.Add(from, targets = []);
        targets.Add(to);
    }

    private static HashSet<string> Reach(IEnumerable<string> start, Dictionary<string, List<string>> edges)
    {
        var reached = new HashSet<string>(start, StringComparer.Ordinal);
        var queue = new Queue<string>(reached);
        while (queue.Count > 0)
        {
            if (edges.TryGetValue(queue.Dequeue(), out var targets))
            {
                foreach (var target in targets)
                {
                    if (reached.Add(target))
                        queue.Enqueue(target);
                }
            }
        }

        return reached;
    }
}
