using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.SourceGenerator.Diagnostics;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.Linking;
using ProtoGen.SourceGenerator.References;

namespace ProtoGen.SourceGenerator.Output;

/// <summary>Builds the models of one file's output, under the project's settings and references.</summary>
internal sealed class FileOutputBuilder(ProjectSettings project, CompilationFacts facts)
{
    private readonly List<DiagnosticData> _diagnostics = [];

    /// <summary>The output of one file. A file with errors gives what could be read of it.</summary>
    public static FileOutput Build(OwnFile own, ProjectSettings project, CompilationFacts facts) =>
        new FileOutputBuilder(project, facts).Build(own);

    private FileOutput Build(OwnFile own)
    {
        var (messages, services) = own.Linked?.File is { } file ? Build(file, own) : default;
        return new FileOutput(own.File.Resolved.HintName, own.File.DisplayPath, messages, services, OmitsServices(own), new(_diagnostics.ToArray()));
    }

    private (FileModel? Messages, ServicesModel? Services) Build(FileDescriptor file, OwnFile own)
    {
        var settings = own.File.Resolved.Settings;
        var path = own.File.DisplayPath;
        var models = Failure.Catch(
            () => (CSharpModelBuilder.Build(file, GetOptions(settings)), BuildServices(file, settings)),
            default((FileModel?, ServicesModel?)), "model its C#", path, out var failure);
        // After an error in the file a half-linked descriptor can be more than the model builder is made for.
        if (failure is not null && !HasErrors(own)) _diagnostics.Add(failure);
        if (NamespaceValidator.Check(file) is { } invalid) _diagnostics.Add(new DiagnosticData(invalid.Id, true, invalid.Message, path));
        return project.ReuseReferencedTypes ? ReferencedTypes.Remove(models.Item1, models.Item2, facts) : models;
    }

    private CSharpOptions GetOptions(ItemSettings settings) => new()
    {
        InternalAccess = settings.InternalMessages,
        Serializable = settings.Serializable,
        StripNonfunctional = settings.StripNonfunctional,
        NullableAnnotations = IsAnnotated(settings),
        LanguageVersion = facts.LanguageVersion,
        HasRuntime = facts.HasRuntime && project.SpanPath,
        GoogleProtobuf = facts.GoogleProtobuf,
    };

    /// <summary>Before C# 8 there is no way to say what may be null.</summary>
    private bool IsAnnotated(ItemSettings settings) => (settings.Nullable ?? project.Nullable) && facts.LanguageVersion >= 800;

    private ServicesModel? BuildServices(FileDescriptor file, ItemSettings settings)
    {
        if (file.Services.Count == 0 || settings.GrpcServices == GrpcServices.None) return null;
        if (!facts.HasGrpcCore) return null;
        return ServicesModelBuilder.Build(file, new ServicesOptions
        {
            EmitClient = settings.GrpcServices.HasFlag(GrpcServices.Client),
            EmitServer = settings.GrpcServices.HasFlag(GrpcServices.Server),
            InternalAccess = settings.InternalServices,
            HasRuntime = facts.HasRuntime,
            NullableAnnotations = IsAnnotated(settings),
        });
    }

    private bool OmitsServices(OwnFile own) =>
        !facts.HasGrpcCore && own.File.Resolved.Settings.GrpcServices != GrpcServices.None && own.Linked?.File is { Services.Count: > 0 };

    private static bool HasErrors(OwnFile own)
    {
        if (own.File.Parsed.HasErrors) return true;
        foreach (var diagnostic in own.Linked!.Diagnostics)
            if (diagnostic.Severity == Compiler.Diagnostics.DiagnosticSeverity.Error)
                return true;
        return false;
    }
}
