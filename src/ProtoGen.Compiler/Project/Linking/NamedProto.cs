using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Project.Linking;

/// <summary>One file under its import name, with its imports renamed to match. Two are equal if their parts are.</summary>
public sealed class NamedProto : IEquatable<NamedProto>
{
    private NamedProto(ParsedProto parsed, ResolvedProto resolved)
    {
        Parsed = parsed;
        Resolved = resolved;
        File = parsed.File.Rename(resolved.Name, resolved.Imports);
    }

    /// <summary>The parsed file.</summary>
    public ParsedProto Parsed { get; }

    /// <summary>Its names among the project's files.</summary>
    public ResolvedProto Resolved { get; }

    /// <summary>The tree under the import name.</summary>
    public ParsedFile File { get; }

    /// <summary>Names a compiled file.</summary>
    public static NamedProto Create(ParsedProto file, ImportMap map) => new(file, map.Get(file.Path));

    /// <summary>Names the files that are only imported.</summary>
    internal static IEnumerable<NamedProto> CreateImported(ImportMap map)
    {
        foreach (var file in map.Files)
        {
            if (file.Imported is { } imported)
                yield return new NamedProto(imported, file);
        }
    }

    /// <inheritdoc/>
    public bool Equals(NamedProto? other) => other is not null && Parsed.Equals(other.Parsed) && Resolved.Equals(other.Resolved);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedProto);

    /// <inheritdoc/>
    public override int GetHashCode() => Parsed.GetHashCode();
}
