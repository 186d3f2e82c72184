using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>
/// The facts about a file that a later run needs to skip it. They are strings, so that a host can store them.
/// </summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Imports">The imported names as written, in source order.</param>
/// <param name="Resolution">The names of the file and of its imports among the project's files, as one text.</param>
public sealed record KnownProto(string Path, EquatableArray<string> Imports, string Resolution)
{
    internal static KnownProto Create(ResolvedProto file, EquatableArray<string> imports) => new(file.Path, imports, Describe(file));

    /// <summary>Returns whether the file still has the same names and imports the same files.</summary>
    internal bool Matches(ResolvedProto file) => Resolution == Describe(file);

    // A file from a reference has no time stamp that shows a host its changes, so the text includes the content of such files.
    private static string Describe(ResolvedProto file)
    {
        var content = file.Imported is { IsDescriptor: true } descriptor ? descriptor.GetHashCode().ToString("x8") : "";
        return string.Join("\n", [file.Name, content, .. file.Imports, "", .. file.Missing.Select(missing => missing.Import)]);
    }
}
