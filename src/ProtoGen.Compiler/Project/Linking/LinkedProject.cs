using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Project.Linking;

/// <summary>
/// The linked files of a project. Two projects are equal if their named files are, because linking depends on nothing else.
/// </summary>
public sealed class LinkedProject : IEquatable<LinkedProject>
{
    private readonly NamedProto[] _files;
    private readonly Dictionary<string, LinkedFile> _byPath = new(StringComparer.Ordinal);

    private LinkedProject(NamedProto[] files, LinkResult? previous)
    {
        _files = files;
        var trees = new ParsedFile[files.Length];
        for (var i = 0; i < trees.Length; i++) trees[i] = files[i].File;
        Result = CrashGuard.Run<LinkResult?>(
            () => Linker.Link(trees, LinkOptions.Project, previous), null, "link the files", null, out var failure);
        Failure = failure;
        for (var i = 0; i < Result?.Files.Count; i++) _byPath[files[i].Resolved.Path] = Result.Files[i];
    }

    /// <summary>Gets the diagnostic about a crash of the linker; null if there was none.</summary>
    public ProjectDiagnostic? Failure { get; }

    /// <summary>Gets the linker's result, which the next run reuses; null if the linker crashed.</summary>
    internal LinkResult? Result { get; }

    /// <summary>Links the compiled files and the files that they import.</summary>
    internal static LinkedProject Link(IReadOnlyList<NamedProto> compiled, ImportMap map, LinkResult? previous) =>
        new([.. compiled, .. NamedProto.CreateImported(map)], previous);

    /// <summary>Returns the linked form of one of the files.</summary>
    public LinkedProto Get(NamedProto file) => new(file, _byPath.TryGetValue(file.Resolved.Path, out var linked) ? linked : null);

    /// <summary>Returns the files that are only imported.</summary>
    public IEnumerable<LinkedProto> GetImported()
    {
        foreach (var file in _files)
        {
            if (file.Resolved.Imported is not null)
                yield return Get(file);
        }
    }

    /// <inheritdoc/>
    public bool Equals(LinkedProject? other)
    {
        if (other is null || _files.Length != other._files.Length) return false;
        for (var i = 0; i < _files.Length; i++)
        {
            if (!_files[i].Equals(other._files[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LinkedProject);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.Length;
}
