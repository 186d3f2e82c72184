using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.SourceGenerator.Diagnostics;
using ProtoGen.SourceGenerator.Inputs;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>One parsed file. Parsing is a function of the source, so that two are equal when their sources are.</summary>
internal sealed class ProtoFile : IEquatable<ProtoFile>
{
    private ProtoFile(ProtoSource source, ParsedFile descriptor)
    {
        Source = source;
        Parsed = descriptor;
        IsDescriptor = true;
    }

    private ProtoFile(ProtoSource source)
    {
        Source = source;
        Parsed = SourceGenerator.Diagnostics.Failure.Catch(
            () => ProtoParser.Parse(source.Path, source.Text), null, "read it", source.DisplayPath, out var failure)
            ?? ProtoParser.Parse(source.Path, SourceText.From(""));
        Failure = failure;
    }

    /// <summary>What was parsed.</summary>
    public ProtoSource Source { get; }

    /// <summary>The tree, under the file's path as its name.</summary>
    public ParsedFile Parsed { get; }

    /// <summary>Whether it comes as a descriptor, in whose bytes there are no places for errors.</summary>
    public bool IsDescriptor { get; }

    /// <summary>What went wrong in the parser itself; null as a rule.</summary>
    public DiagnosticData? Failure { get; }

    /// <summary>Parses a file that was read.</summary>
    public static ProtoFile Parse(ProtoSource source) => new(source);

    /// <summary>Reads a file from its descriptor, under its import name as path; null if the bytes are none.</summary>
    public static ProtoFile? Read(string name, byte[] descriptor) =>
        DescriptorSetReader.TryReadFile(descriptor) is { } file
            ? new ProtoFile(new ProtoSource(name, name, SourceText.From(descriptor)), file)
            : null;

    /// <inheritdoc/>
    public bool Equals(ProtoFile? other) => other is not null && Source.Equals(other.Source);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProtoFile);

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode();
}
