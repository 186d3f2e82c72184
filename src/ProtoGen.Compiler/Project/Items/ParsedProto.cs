using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Project.Items;

/// <summary>A parsed file. Two are equal if their paths, settings and texts are, because parsing depends on nothing else.</summary>
public sealed class ParsedProto : IEquatable<ParsedProto>
{
    private readonly SourceText _text;

    internal ParsedProto(ProtoItem item, ParsedContent content)
    {
        _text = content.Text;
        Path = item.Path;
        DisplayPath = item.DisplayPath;
        Settings = item.Settings;
        File = content.File;
        Failure = content.Failure;
    }

    private ParsedProto(string name, byte[] bytes, ParsedFile descriptor)
    {
        _text = SourceText.From(bytes);
        Path = DisplayPath = name;
        Settings = ItemSettings.Default;
        File = descriptor;
        IsDescriptor = true;
    }

    /// <summary>Gets the normalized path, or the import name of a file that was read from a descriptor.</summary>
    public string Path { get; }

    /// <summary>Gets the path in the form in which the build gave it, for diagnostics.</summary>
    public string DisplayPath { get; }

    /// <summary>Gets the metadata of the item.</summary>
    public ItemSettings Settings { get; }

    /// <summary>Gets the syntax tree, whose name is <see cref="Path"/>.</summary>
    public ParsedFile File { get; }

    /// <summary>Gets whether the file was read from a descriptor, which has no positions for errors.</summary>
    public bool IsDescriptor { get; }

    /// <summary>Gets the diagnostic about a missing file or a crash of the parser; null if there is neither.</summary>
    public ProjectDiagnostic? Failure { get; }

    /// <summary>Reads a file from its serialized FileDescriptorProto. Returns null if the bytes are invalid.</summary>
    public static ParsedProto? FromDescriptor(string name, byte[] descriptor) =>
        DescriptorSetReader.TryReadFile(descriptor) is { } file ? new ParsedProto(name, descriptor, file) : null;

    /// <summary>Returns the imported names as written, in source order.</summary>
    public EquatableArray<string> GetImports()
    {
        var nodes = File.File.Imports;
        var imports = new string[nodes.Count];
        for (var i = 0; i < imports.Length; i++) imports[i] = nodes[i].Path;
        return new(imports);
    }

    /// <inheritdoc/>
    public bool Equals(ParsedProto? other) =>
        other is not null
        && Path == other.Path && DisplayPath == other.DisplayPath && IsDescriptor == other.IsDescriptor
        && Settings.Equals(other.Settings) && _text.Equals(other._text) && Equals(Failure, other.Failure);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParsedProto);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode();
}
