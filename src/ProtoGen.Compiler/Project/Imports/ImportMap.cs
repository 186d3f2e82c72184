using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>Contains the compiled files and all files that they import, with their names. It is compared by value.</summary>
public sealed class ImportMap : IEquatable<ImportMap>
{
    private readonly EquatableArray<ResolvedProto> _files;
    private Dictionary<string, ResolvedProto>? _byPath;

    internal ImportMap(ResolvedProto[] files) => _files = new(files);

    /// <summary>Gets the files, sorted by path.</summary>
    public IReadOnlyList<ResolvedProto> Files => _files;

    /// <summary>Returns the file with a path, which must exist.</summary>
    public ResolvedProto Get(string path) => (_byPath ??= Index())[path];

    /// <summary>Returns a map of only some of the files.</summary>
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
