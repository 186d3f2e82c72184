using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Project.Linking;

/// <summary>A parsed file with its import name and with its imports renamed accordingly. Two are equal if their parts are.</summary>
public sealed class NamedProto : IEquatable<NamedProto>
{
    private NamedProto(ParsedProto parsed, ResolvedProto resolved)
    {
        Parsed = parsed;
        Resolved = resolved;
        File = parsed.File.Rename(resolved.Name, resolved.Imports);
    }

    /// <summary>Gets the parsed file.</summary>
    public ParsedProto Parsed { get; }

    /// <summary>Gets the names of the file and of its imports.</summary>
    public ResolvedProto Resolved { get; }

    /// <summary>Gets the syntax tree, whose name is the import name.</summary>
    public ParsedFile File { get; }

    /// <summary>Creates the named form of a compiled file.</summary>
    public static NamedProto Create(ParsedProto file, ImportMap map) => new(file, map.Get(file.Path));

    /// <summary>Creates the named forms of the files that are only imported.</summary>
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
