using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>The facts about a file with which a later run can decide to skip it. They are strings, so that a host can store them.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Imports">The imported names as written, in source order.</param>
/// <param name="Resolution">The names of the file and of its imports among the project's files, as one text.</param>
/// <param name="Declared">The C# types that are generated from the file, each as one text.</param>
public sealed record KnownProto(string Path, EquatableArray<string> Imports, string Resolution, EquatableArray<string> Declared)
{
    internal static KnownProto Create(ResolvedProto file, EquatableArray<string> imports, EquatableArray<string> declared) =>
        new(file.Path, imports, Describe(file), declared);

    /// <summary>Returns facts that make the next run generate the file again.</summary>
    internal KnownProto Outdated() => this with { Resolution = "" };

    /// <summary>Returns whether the file still has the same names and imports the same files.</summary>
    internal bool Matches(ResolvedProto file) => Resolution == Describe(file);

    // A host cannot see from a time stamp that a file in a referenced assembly changed, so the text includes a hash of the file's content.
    private static string Describe(ResolvedProto file)
    {
        var content = file.Imported is { IsDescriptor: true } descriptor ? descriptor.GetHashCode().ToString("x8") : "";
        return string.Join("\n", [file.Name, content, .. file.Imports, "", .. file.Missing.Select(missing => missing.Import)]);
    }
}
