using System.Collections.Immutable;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.SourceGenerator.Diagnostics;
using ProtoGen.SourceGenerator.Imports;

namespace ProtoGen.SourceGenerator.Linking;

/// <summary>All files, linked. A function of the named files, by which it is compared.</summary>
internal sealed class LinkedFiles : IEquatable<LinkedFiles>
{
    private readonly ImmutableArray<NamedFile> _inputs;
    private readonly Dictionary<string, LinkedFile> _byPath = new(StringComparer.Ordinal);

    private LinkedFiles(ImmutableArray<NamedFile> inputs, LinkResult? previous)
    {
        _inputs = inputs;
        var parsed = new ParsedFile[inputs.Length];
        for (var i = 0; i < parsed.Length; i++) parsed[i] = inputs[i].Parsed;
        Result = SourceGenerator.Diagnostics.Failure.Catch<LinkResult?>(
            () => Linker.Link(parsed, LinkOptions.Project, previous), null, "link the files", null, out var failure);
        Failure = failure;
        for (var i = 0; i < Result?.Files.Count; i++) _byPath[inputs[i].Resolved.Path] = Result.Files[i];
    }

    /// <summary>What went wrong in the linker itself; null as a rule.</summary>
    public DiagnosticData? Failure { get; }

    /// <summary>The linker's result, from which it goes on next time; null if it failed.</summary>
    public LinkResult? Result { get; }

    /// <summary>Links the compiled files and those that they import.</summary>
    public static LinkedFiles Link(ImmutableArray<NamedFile> compiled, ImportMap map, LinkResult? previous)
    {
        var files = ImmutableArray.CreateBuilder<NamedFile>(compiled.Length);
        files.AddRange(compiled);
        foreach (var file in map.Files)
            if (file.Importable is not null)
                files.Add(NamedFile.Create(file));
        return new LinkedFiles(files.ToImmutable(), previous);
    }

    /// <summary>One of them; null if linking failed.</summary>
    public LinkedFile? Get(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>The files that are only imported, with the files themselves.</summary>
    public IEnumerable<OwnFile> GetImportables()
    {
        foreach (var input in _inputs)
            if (input.Resolved.Importable is not null)
                yield return new OwnFile(input, Get(input.Resolved.Path));
    }

    /// <inheritdoc/>
    public bool Equals(LinkedFiles? other) => other is not null && _inputs.SequenceEqual(other._inputs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LinkedFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => _inputs.Length;
}
