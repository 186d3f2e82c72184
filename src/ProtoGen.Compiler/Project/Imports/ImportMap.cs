using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>
/// The names of the compiled files and of the files that they import, directly or indirectly. Compared by value.
/// </summary>
public sealed class ImportMap : IEquatable<ImportMap>
{
    private readonly EquatableArray<ResolvedProto> _files;
    private Dictionary<string, ResolvedProto>? _byPath;

    internal ImportMap(ResolvedProto[] files) => _files = new(files);

    /// <summary>The files, sorted by path.</summary>
    public IReadOnlyList<ResolvedProto> Files => _files;

    /// <summary>Returns the file at a path, which must be one of the files.</summary>
    public ResolvedProto Get(string path) => (_byPath ??= Index())[path];

    /// <summary>Returns the map of some of the files.</summary>
    internal ImportMap Restrict(HashSet<string> paths) => new([.. _files.Where(file => paths.Contains(file.Path))]);

    /// <inheritdoc/>
    public bool Equals(ImportMap? other) => other is not null && _files.Equals(other._files);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImportMap);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.GetHashCode();

    private Dictionary<string, ResolvedProto> Index()
    {
        var index = new Dictionary<string, ResolvedProto>(_files.Count, StringComparer.Ordinal);
        foreach (var file in _files) index[file.Path] = file;
        return index;
    }
}
