using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Reporting;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.References;

namespace ProtoGen.SourceGenerator;

/// <summary>
/// Turns the .proto files of a project into C#: <see cref="ProtoItem"/>, <see cref="ParsedProto"/>, <see cref="NamedProto"/>,
/// <see cref="LinkedProto"/>, <see cref="ProtoModel"/>, <see cref="GeneratedSource"/>.
/// </summary>
/// <remarks>
/// The work is done by the engine in ProtoGen.Compiler.Project; this class arranges it in steps. Each step's result is compared by
/// value, so that an edit runs only the steps that depend on it.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ProtoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildOptions.ReadProject(options))
            .WithTrackingName(StepNames.Project);
        var items = GetItems(context, project);
        var parsed = items
            .Where(static item => !item.Settings.IsImportOnly)
            .Select(static (item, cancellation) => item.Parse(cancellation))
            .WithTrackingName(StepNames.Parsed);
        var map = ResolveImports(context, parsed, items.Where(static item => item.Settings.IsImportOnly), project);
        var named = parsed.Combine(map)
            .Select(static (input, _) => NamedProto.Create(input.Left, input.Right))
            .WithTrackingName(StepNames.Named);
        var linkedAll = Link(named, map);
        var linked = named.Combine(linkedAll)
            .Select(static (input, _) => input.Right.Get(input.Left))
            .WithTrackingName(StepNames.Linked);
        var facts = GetFacts(context);
        var models = linked.Combine(project.Combine(facts))
            .Select(static (input, _) =>
            {
                var (file, (project, facts)) = input;
                return ProtoModelBuilder.Build(file, project, facts);
            })
            .WithTrackingName(StepNames.Model);

        RegisterCode(context, models);
        RegisterFileDiagnostics(context, linked, linkedAll, models);
        RegisterProjectDiagnostics(context, project, models, facts);
    }

    private static IncrementalValuesProvider<ProtoItem> GetItems(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectSettings> project) =>
        context.AdditionalTextsProvider
            .Where(BuildOptions.IsProto)
            .Combine(context.AnalyzerConfigOptionsProvider.Combine(project))
            .Where(static input => input.Right.Right.IsEnabled)
            .Select(static (input, _) =>
            {
                var (file, (options, project)) = input;
                return BuildOptions.ReadItem(file, options, project);
            })
            .WithTrackingName(StepNames.Item);

    private static IncrementalValueProvider<ImportMap> ResolveImports(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedProto> parsed,
        IncrementalValuesProvider<ProtoItem> importable, IncrementalValueProvider<ProjectSettings> project)
    {
        // The imports are a step of their own, so that an edit that leaves them as they are resolves nothing again.
        var imports = parsed
            .Select(static (file, _) => ProtoImports.Create(file))
            .WithTrackingName(StepNames.Imports);
        return imports.Collect().Combine(importable.Collect())
            .Combine(project.Combine(context.MetadataReferencesProvider.Collect()))
            .Select(static (input, cancellation) =>
            {
                var ((compiled, importable), (project, references)) = input;
                return ImportResolver.Resolve(compiled, importable, project, StringLiterals.CreateProtos(references, cancellation), cancellation);
            })
            .WithTrackingName(StepNames.Map);
    }

    private static IncrementalValueProvider<LinkedProject> Link(IncrementalValuesProvider<NamedProto> named, IncrementalValueProvider<ImportMap> map)
    {
        var memory = new LinkMemory();
        return named.Collect().Combine(map)
            .Select((input, _) => memory.Link(input.Left, input.Right))
            .WithTrackingName(StepNames.LinkedAll);
    }

    // References are read one by one and not through the compilation, so that an edit of a .cs file runs nothing here.
    private static IncrementalValueProvider<CompilationFacts> GetFacts(IncrementalGeneratorInitializationContext context)
    {
        var language = context.ParseOptionsProvider.Select(static (options, _) => GetLanguageVersion((CSharpParseOptions)options));
        return context.MetadataReferencesProvider
            .Select(ReferenceReader.Read)
            .WithTrackingName(StepNames.Reference)
            .Where(static assembly => assembly is not null)
            .Collect()
            .Combine(language)
            .Select(static (input, _) => new CompilationFacts(input.Right, new EquatableArray<ReferencedAssembly>([.. input.Left!])))
            .WithTrackingName(StepNames.Facts);
    }

    // Roslyn numbers C# 7.3 as 703, but C# 7 as 7.
    private static int GetLanguageVersion(CSharpParseOptions options) =>
        (int)options.LanguageVersion is var version && version < 100 ? version * 100 : version;

    private static void RegisterCode(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ProtoModel> models)
    {
        var messages = models
            .Where(static model => model.Messages is not null)
            .Select(static (model, _) => GeneratedSource.EmitMessages(model))
            .WithTrackingName(StepNames.Messages);
        var services = models
            .Where(static model => model.Services is not null)
            .Select(static (model, _) => GeneratedSource.EmitServices(model))
            .WithTrackingName(StepNames.Services);
        context.RegisterSourceOutput(messages, AddSource);
        context.RegisterSourceOutput(services, AddSource);
    }

    private static void RegisterFileDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<LinkedProto> linked, IncrementalValueProvider<LinkedProject> linkedAll, IncrementalValuesProvider<ProtoModel> models)
    {
        var ofFiles = linked.Select(static (file, _) => FileDiagnostics.Collect(file)).WithTrackingName(StepNames.Diagnostics);
        var ofImported = linkedAll.Select(static (project, _) => ProjectDiagnostics.CollectImported(project)).WithTrackingName(StepNames.Diagnostics);
        var ofModels = models.Select(static (model, _) => model.Diagnostics).WithTrackingName(StepNames.Diagnostics);
        context.RegisterSourceOutput(ofFiles, DiagnosticReporter.Report);
        context.RegisterSourceOutput(ofImported, DiagnosticReporter.Report);
        context.RegisterSourceOutput(ofModels, DiagnosticReporter.Report);
    }

    private static void RegisterProjectDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectSettings> project, IncrementalValuesProvider<ProtoModel> models, IncrementalValueProvider<CompilationFacts> facts)
    {
        var contents = models.Select(static (model, _) => model.OmitsServices).Collect().Select(static (omitted, _) => ProjectContents.Create(omitted));
        var diagnostics = project.Combine(contents.Combine(facts))
            .Select(static (input, _) =>
            {
                var (project, (contents, facts)) = input;
                return ProjectDiagnostics.Collect(project, contents, facts);
            })
            .WithTrackingName(StepNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics, DiagnosticReporter.Report);
    }

    private static void AddSource(SourceProductionContext context, GeneratedSource source)
    {
        if (source.Failure is { } failure) DiagnosticReporter.Report(context, failure);
        if (source.Text is { } text) context.AddSource(source.HintName, SourceText.From(text, Encoding.UTF8));
    }
}
