using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Project.Reporting;

/// <summary>Collects the diagnostics of a file: about its metadata, from the parser and from the linker.</summary>
public static class FileDiagnostics
{
    /// <summary>Returns the diagnostics in the order in which they were found.</summary>
    public static EquatableArray<ProjectDiagnostic> Collect(LinkedProto file)
    {
        var parsed = file.Named.Parsed;
        var path = parsed.DisplayPath;
        var text = parsed.File.Text;
        var found = new List<ProjectDiagnostic>();
        if (parsed.Failure is { } failure) return new([failure]);
        foreach (var problem in parsed.Settings.Problems) found.Add(Describe(problem, path));

        if (IsBlank(text))
        {
            found.Add(ProjectDiagnostic.Create(ProjectDiagnosticKinds.EmptyFile, path));
            return new(found.ToArray());
        }

        foreach (var diagnostic in parsed.File.Diagnostics) found.Add(Translate(diagnostic, path, text));
        if (file.Linked is not null)
        {
            foreach (var diagnostic in file.Linked.Diagnostics)
                found.Add(Explain(Translate(diagnostic, path, text), diagnostic, file.Named.Resolved));
        }

        return new(found.ToArray());
    }

    private static ProjectDiagnostic Describe(SettingProblem problem, string path) =>
        ProjectDiagnostic.Create(problem.Kind, path, problem.Setting, problem.Value, problem.Advice);

    private static ProjectDiagnostic Translate(Diagnostic diagnostic, string path, SourceText text)
    {
        var span = diagnostic.Line < 0 && diagnostic.Span.Length == 0 ? default : EditorSpan.Create(diagnostic.Span, text);
        return new ProjectDiagnostic(diagnostic.Id, diagnostic.Severity, diagnostic.Message, path, span)
        {
            Related = Translate(diagnostic.Related),
        };
    }

    private static EquatableArray<RelatedLocation> Translate(EquatableArray<RelatedSpan> related)
    {
        var locations = new List<RelatedLocation>();
        foreach (var other in related)
        {
            // A well-known file and a file from a descriptor have no path.
            if (System.IO.Path.IsPathRooted(other.Path))
                locations.Add(new RelatedLocation(other.Path, EditorSpan.Create(other.Span, other.Text)));
        }

        return new(locations.ToArray());
    }

    // protoc only reports that an import was not found. Users also need to know which folders were searched.
    private static ProjectDiagnostic Explain(ProjectDiagnostic data, Diagnostic diagnostic, ResolvedProto file)
    {
        foreach (var missing in file.Missing)
        {
            if (diagnostic.Kind != LinkDiagnostics.ImportFailed || diagnostic.Arguments[0] != missing.Import) continue;
            var similar = missing.SimilarPath is null ? "" : $" A file differs from it only in case: {missing.SimilarPath}.";
            return data with
            {
                Message = $"{data.Message} Looked in {string.Join(", ", missing.Tried)} "
                    + $"and for any .proto of the project whose path ends with it.{similar} "
                    + "Add the file to the project, or the folder that the import is relative to as ProtoRoot or AdditionalImportDirs of the item, "
                    + $"or reference {GetPackage(missing.Import) ?? "a project or package that has its types"}.",
            };
        }

        return data;
    }

    private static string? GetPackage(string import)
    {
        string[] folders = ["google/api/", "google/rpc/", "google/type/"];
        foreach (var folder in folders)
        {
            if (import.StartsWith(folder, StringComparison.Ordinal))
                return "the package Google.Api.CommonProtos";
        }

        return null;
    }

    private static bool IsBlank(SourceText text)
    {
        foreach (var c in text.ToString())
        {
            if (!char.IsWhiteSpace(c) && c != '\uFEFF')
                return false;
        }

        return true;
    }
}
