using ProtoGen.Compiler.CSharp;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.Linking;
using ProtoGen.SourceGenerator.References;

namespace ProtoGen.SourceGenerator.Diagnostics;

/// <summary>What is to be said about the project as a whole, and about files that belong to no output.</summary>
internal static class ProjectDiagnostics
{
    private const int OldestLanguageVersion = 703;

    /// <summary>Whether the project can use what is generated.</summary>
    public static EquatableArray<DiagnosticData> Collect(ProjectSettings project, bool hasFiles, CompilationFacts facts)
    {
        if (!project.IsEnabled) return default;
        var found = new List<DiagnosticData>();
        foreach (var problem in project.Problems) found.Add(FileDiagnostics.Describe(problem, null));
        if (!hasFiles && project.ExpectsFiles) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.NoFiles, null));
        if (hasFiles && facts.GoogleProtobuf is null) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.NoProtobufRuntime, null));
        if (hasFiles && facts.LanguageVersion < OldestLanguageVersion) found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.LanguageTooOld, null));
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
