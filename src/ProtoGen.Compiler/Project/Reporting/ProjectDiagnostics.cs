using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Reporting;

/// <summary>Collects the diagnostics of the project as a whole and of files without output.</summary>
public static class ProjectDiagnostics
{
    private const int OldestLanguageVersion = 300;

    /// <summary>Returns the diagnostics about what the project lacks to use the generated code.</summary>
    public static EquatableArray<ProjectDiagnostic> Collect(ProjectSettings project, ProjectContents contents, CompilationFacts facts)
    {
        if (!project.IsEnabled) return default;
        var found = new List<ProjectDiagnostic>();
        if (contents.HasFiles && facts.GoogleProtobuf is null)
            found.Add(ProjectDiagnostic.Create(ProjectDiagnosticKinds.NoProtobufRuntime, null));
        if (contents.HasFiles && facts.LanguageVersion < OldestLanguageVersion)
            found.Add(ProjectDiagnostic.Create(ProjectDiagnosticKinds.LanguageTooOld, null));
        if (contents.OmitsServices) found.Add(ProjectDiagnostic.Create(ProjectDiagnosticKinds.NoGrpcCore, null));
        return new(found.ToArray());
    }

    /// <summary>Returns the diagnostics of the files that are only imported, and of the linker itself.</summary>
    public static EquatableArray<ProjectDiagnostic> CollectImported(LinkedProject project)
    {
        var found = new List<ProjectDiagnostic>();
        if (project.Failure is { } failure) found.Add(failure);
        foreach (var file in project.GetImported())
        {
            if (!file.Named.Parsed.IsDescriptor)
            {
                foreach (var diagnostic in FileDiagnostics.Collect(file))
                {
                    // As protoc does, report unused imports of compiled files only.
                    if (diagnostic.Id != LinkDiagnostics.UnusedImport.Id) found.Add(diagnostic);
                }
            }
        }

        return new(found.ToArray());
    }
}

/// <summary>The facts about a project's .proto files on which project-wide diagnostics depend.</summary>
/// <param name="HasFiles">Whether the project compiles at least one .proto file.</param>
/// <param name="OmitsServices">Whether services are omitted because Grpc.Core.Api is not referenced.</param>
public sealed record ProjectContents(bool HasFiles, bool OmitsServices)
{
    /// <summary>Combines the facts about all files: for each, whether its services are omitted.</summary>
    public static ProjectContents Create(IReadOnlyCollection<bool> omitsServices) =>
        new(omitsServices.Count > 0, omitsServices.Contains(true));
}
