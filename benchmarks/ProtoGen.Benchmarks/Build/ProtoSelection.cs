using ProtoGen.Benchmarks.Compiler;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Benchmarks.Build;

/// <summary>Selects a part of the corpus that compiles as one C# project: files with all their imports and no C# type twice.</summary>
internal sealed class ProtoSelection
{
    private readonly string _corpus;
    private readonly SortedDictionary<string, FileNode> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _namespaces = new(StringComparer.OrdinalIgnoreCase);

    private ProtoSelection(string corpus) => _corpus = corpus;

    /// <summary>Returns the import names of at least this many files, if the corpus has them.</summary>
    public static IReadOnlyCollection<string> Take(string corpus, int count)
    {
        var selection = new ProtoSelection(corpus);
        var paths = Directory.GetFiles(Path.Combine(corpus, "google", "cloud"), "*.proto", SearchOption.AllDirectories);
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (selection._taken.Count >= count) break;
            selection.Add(Path.GetRelativePath(corpus, path).Replace('\\', '/'));
        }

        return selection._taken.Keys;
    }

    // A type may have the name of another file's type or namespace, such as Vertex AI's Schema. The second file is skipped, with its
    // imports.
    private void Add(string name)
    {
        var added = new Dictionary<string, FileNode>();
        Reach(name, added);
        var types = added.Values.SelectMany(TypesOf).ToList();
        var namespaces = added.Values.SelectMany(file => Prefixes(Corpus.CSharpNamespace(file)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (types.Distinct(StringComparer.OrdinalIgnoreCase).Count() < types.Count ||
            types.Exists(type => _types.Contains(type) || _namespaces.Contains(type) || namespaces.Contains(type)) ||
            namespaces.Overlaps(_types))
        {
            return;
        }

        _types.UnionWith(types);
        _namespaces.UnionWith(namespaces);
        foreach (var (file, node) in added) _taken.Add(file, node);
    }

    private void Reach(string name, Dictionary<string, FileNode> reached)
    {
        if (name.StartsWith("google/protobuf/", StringComparison.Ordinal) || _taken.ContainsKey(name) || reached.ContainsKey(name)) return;
        var file = ProtoParser.Parse(name, SourceText.From(File.ReadAllBytes(Path.Combine(_corpus, name))), ParseOptions.Default).File;
        reached.Add(name, file);
        foreach (var import in file.Imports) Reach(import.Path, reached);
    }

    private static IEnumerable<string> Prefixes(string space)
    {
        var parts = space.Split('.');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('.', parts[..count]));
    }

    private static IEnumerable<string> TypesOf(FileNode file)
    {
        var space = Corpus.CSharpNamespace(file);
        return file.Messages.Select(type => type.Name.Text).Concat(file.Enums.Select(type => type.Name.Text))
            .Append(Path.GetFileNameWithoutExtension(file.Name).Replace("_", "") + "Reflection")
            .Select(type => $"{space}.{type}");
    }
}
