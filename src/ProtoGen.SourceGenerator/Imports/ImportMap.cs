using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>All files that take part: the compiled ones, and those that they import, directly or not. Compared by value.</summary>
internal sealed class ImportMap(ResolvedFile[] files) : IEquatable<ImportMap>
{
    private readonly EquatableArray<ResolvedFile> _files = new(files);
    private Dictionary<string, ResolvedFile>? _byPath;

    /// <summary>The files, sorted by path.</summary>
    public IReadOnlyList<ResolvedFile> Files => _files;

    /// <summary>The imports that no file answers to, each once.</summary>
    public EquatableArray<string> GetMissing()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in _files)
            foreach (var missing in file.Missing)
                names.Add(missing.Import);
        return new([.. names]);
    }

    /// <summary>The file at a path, which must be one of them.</summary>
    public ResolvedFile Get(string path) => (_byPath ??= Index())[path];

    /// <inheritdoc/>
    public bool Equals(ImportMap? other) => other is not null && _files.Equals(other._files);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImportMap);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.GetHashCode();

    private Dictionary<string, ResolvedFile> Index()
    {
        var index = new Dictionary<string, ResolvedFile>(_files.Count, StringComparer.Ordinal);
        foreach (var file in _files) index[file.Path] = file;
        return index;
    }
}
