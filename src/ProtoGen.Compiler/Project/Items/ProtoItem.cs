using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Items;

/// <summary>A .proto file of a project with its metadata.</summary>
/// <remarks>The text is read only when it is needed, because many files that can be imported never are.</remarks>
/// <param name="Path">The path, normalized.</param>
/// <param name="DisplayPath">The path as the build gave it, for diagnostics.</param>
/// <param name="Settings">The metadata.</param>
/// <param name="Content">The text.</param>
public sealed record ProtoItem(string Path, string DisplayPath, ItemSettings Settings, ProtoContent Content)
{
    /// <summary>Creates an item from the path that the build gave.</summary>
    public static ProtoItem Create(string path, ItemSettings settings, ProtoContent content) =>
        new(ProtoPath.Normalize(path), path, settings, content);

    /// <summary>Parses the file.</summary>
    public ParsedProto Parse(CancellationToken cancellation) => new(this, Content.Parse(this, cancellation));
}
