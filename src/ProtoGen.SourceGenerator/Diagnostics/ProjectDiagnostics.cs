using System.Collections.Immutable;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.Linking;
using ProtoGen.SourceGenerator.References;

namespace ProtoGen.SourceGenerator.Diagnostics;

/// <summary>What is to be said about the project as a whole, and about files that belong to no output.</summary>
internal static class ProjectDiagnostics
{
    private const int OldestLanguageVersion = 703;

    /// <summary>Whether the project can use what is generated.</summary>
    public static EquatableArray<DiagnosticData> Collect(ProjectSettings project, ProjectContents contents, CompilationFacts facts)
    {
        if (!project.IsEnabled) return default;
        var found = new List<DiagnosticData>();
        if (!contents.HasFiles && project.ExpectsFiles) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.NoFiles, null));
        if (contents.HasFiles && facts.GoogleProtobuf is null) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.NoProtobufRuntime, null));
        if (contents.HasFiles && facts.LanguageVersion < OldestLanguageVersion) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.LanguageTooOld, null));
        if (contents.OmitsServices) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.NoGrpcCore, null));
        return new(found.ToArray());
    }

    /// <summary>The diagnostics of files that are only imported, and of linking itself.</summary>
    public static EquatableArray<DiagnosticData> CollectImportables(LinkedFiles files)
    {
        var found = new List<DiagnosticData>();
        if (files.Failure is { } failure) found.Add(failure);
        foreach (var own in files.GetImportables())
            if (!own.File.IsDescriptor)
                foreach (var diagnostic in FileDiagnostics.Collect(own))
                    found.Add(diagnostic);
        return new(found.ToArray());
    }
}

/// <summary>The facts about a project's .proto files that project-wide diagnostics depend on.</summary>
/// <param name="HasFiles">Whether the project compiles at least one .proto file.</param>
/// <param name="OmitsServices">Whether services are left out because Grpc.Core.Api is not referenced.</param>
internal sealed record ProjectContents(bool HasFiles, bool OmitsServices)
{
    /// <summary>Summarizes the outputs of all files, given for each whether it omits services.</summary>
    public static ProjectContents Create(ImmutableArray<bool> omitsServices) => new(omitsServices.Length > 0, omitsServices.Contains(true));
}
