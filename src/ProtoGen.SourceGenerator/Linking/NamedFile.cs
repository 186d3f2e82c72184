using ProtoGen.Compiler.Syntax;
using ProtoGen.SourceGenerator.Imports;

namespace ProtoGen.SourceGenerator.Linking;

/// <summary>One file under its import name, with its imports named alike. A function of its parts, by which it is compared.</summary>
internal sealed class NamedFile : IEquatable<NamedFile>
{
    private readonly ProtoFile _file;

    private NamedFile(ProtoFile file, ResolvedFile resolved)
    {
        _file = file;
        Resolved = resolved;
        Parsed = file.Parsed.Rename(resolved.Name, resolved.Imports);
    }

    /// <summary>Its place among the others.</summary>
    public ResolvedFile Resolved { get; }

    /// <summary>The tree under the import name.</summary>
    public ParsedFile Parsed { get; }

    /// <summary>Its path as the build gave it.</summary>
    public string DisplayPath => _file.Source.DisplayPath;

    /// <summary>Whether it comes as a descriptor.</summary>
    public bool IsDescriptor => _file.IsDescriptor;

    /// <summary>What went wrong in the parser itself; null as a rule.</summary>
    public Diagnostics.DiagnosticData? Failure => _file.Failure;

    /// <summary>Names a file.</summary>
    public static NamedFile Create(ProtoFile file, ImportMap map) => new(file, map.Get(file.Source.Path));

    /// <summary>Names a file that is only imported.</summary>
    public static NamedFile Create(ResolvedFile importable) => new(importable.Importable!, importable);

    /// <inheritdoc/>
    public bool Equals(NamedFile? other) => other is not null && _file.Equals(other._file) && Resolved.Equals(other.Resolved);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedFile);

    /// <inheritdoc/>
    public override int GetHashCode() => _file.GetHashCode();
}
