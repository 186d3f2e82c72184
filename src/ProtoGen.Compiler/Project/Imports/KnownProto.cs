using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>
/// The facts about a file that a later run needs to skip it. They are strings, so that a host can store them.
/// </summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Imports">The imported names as written, in source order.</param>
/// <param name="Resolution">The names of the file and of its imports among the project's files, as one text.</param>
/// <param name="Declared">The C# types that are generated from the file, each as one text.</param>
public sealed record KnownProto(string Path, EquatableArray<string> Imports, string Resolution, EquatableArray<string> Declared)
{
    internal static KnownProto Create(ResolvedProto file, EquatableArray<string> imports, EquatableArray<string> declared) =>
        new(file.Path, imports, Describe(file), declared);

    /// <summary>Returns the facts about a file that the next run has to generate again in any case.</summary>
    internal KnownProto Outdated() => this with { Resolution = "" };

    /// <summary>Returns whether the file still has the same names and imports the same files.</summary>
    internal bool Matches(ResolvedProto file) => Resolution == Describe(file);

    // A file from a reference has no time stamp that shows a host its changes, so the text includes the content of such files.
    private static string Describe(ResolvedProto file)
    {
        var content = file.Imported is { IsDescriptor: true } descriptor ? descriptor.GetHashCode().ToString("x8") : "";
        return string.Join("\n", [file.Name, content, .. file.Imports, "", .. file.Missing.Select(missing => missing.Import)]);
    }
}
