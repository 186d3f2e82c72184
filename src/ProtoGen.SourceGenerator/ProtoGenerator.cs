using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Emit.Services;
using ProtoGen.SourceGenerator.Diagnostics;
using ProtoGen.SourceGenerator.Imports;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.Linking;
using ProtoGen.SourceGenerator.Output;
using ProtoGen.SourceGenerator.References;
using ProtoGen.SourceGenerator.References.Descriptors;

namespace ProtoGen.SourceGenerator;

/// <summary>
/// Turns the .proto files of a project into C#: read, parse one file, link all, pick own file, model, emit. Each step's result is
/// compared by value, so that an edit runs only what depends on it; see <see cref="StepNames"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProtoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions))
            .WithTrackingName(StepNames.Project);
        var items = GetItems(context, project);
        var linked = GetLinked(items, project, context.MetadataReferencesProvider.Collect(), out var named);
        var own = named.Combine(linked).Select(static (pair, _) => OwnFile.Pick(pair.Left, pair.Right)).WithTrackingName(StepNames.Own);
        var facts = GetFacts(context);
        var outputs = own.Combine(project.Combine(facts))
            .Select(static (input, _) => FileOutputBuilder.Build(input.Left, input.Right.Left, input.Right.Right))
            .WithTrackingName(StepNames.Model);

        RegisterCode(context, outputs);
        RegisterFileDiagnostics(context, own, linked, outputs);
        RegisterProjectDiagnostics(context, project, outputs, facts);
    }

    private static IncrementalValuesProvider<ProtoItem> GetItems(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectSettings> project) =>
        context.AdditionalTextsProvider
            .Where(ProtoItem.IsProto)
            .Combine(context.AnalyzerConfigOptionsProvider.Combine(project))
            .Where(static input => input.Right.Right.IsEnabled)
            .Select(static (input, _) => ProtoItem.Create(input.Left, input.Right.Left, input.Right.Right))
            .WithTrackingName(StepNames.Item);

    private static IncrementalValueProvider<LinkedFiles> GetLinked(
        IncrementalValuesProvider<ProtoItem> items, IncrementalValueProvider<ProjectSettings> project,
        IncrementalValueProvider<ImmutableArray<MetadataReference>> references, out IncrementalValuesProvider<NamedFile> named)
    {
        var compiled = items.Where(static item => !item.Settings.IsImportOnly);
        var importable = items.Where(static item => item.Settings.IsImportOnly).Collect();
        var parsed = compiled
            .Select(static (item, cancellation) => (item.Settings, Source: ProtoSource.Read(item.Path, item.File, cancellation)))
            .WithTrackingName(StepNames.Read)
            .Select(static (read, _) => (read.Settings, File: ProtoFile.Parse(read.Source)))
            .WithTrackingName(StepNames.Parse);
        var imports = parsed
            .Select(static (file, _) => FileImports.Create(file.File, file.Settings))
            .WithTrackingName(StepNames.Imports)
            .Collect()
            .Combine(importable.Combine(project));
        var ownMap = imports
            .Select(static (input, cancellation) => ImportResolver.Resolve(input.Left, input.Right.Left, default, input.Right.Right, cancellation))
            .WithTrackingName(StepNames.Resolve);
        // Referenced assemblies are looked into only for what no file of the project answers to.
        var referenced = ownMap.Select(static (map, _) => map.GetMissing())
            .Combine(references)
            .Select(static (input, cancellation) => ReferencedDescriptors.Find(input.Right, input.Left, cancellation))
            .WithTrackingName(StepNames.Referenced);
        var map = imports.Combine(referenced).Combine(ownMap)
            .Select(static (input, cancellation) => input.Left.Right.Count == 0
                ? input.Right
                : ImportResolver.Resolve(input.Left.Left.Left, input.Left.Left.Right.Left, input.Left.Right, input.Left.Left.Right.Right, cancellation))
            .WithTrackingName(StepNames.Resolve);
        named = parsed.Combine(map)
            .Select(static (input, _) => NamedFile.Create(input.Left.File, input.Right))
            .WithTrackingName(StepNames.Name);
        var memory = new LinkMemory();
        return named.Collect().Combine(map)
            .Select((input, _) => memory.Link(input.Left, input.Right))
            .WithTrackingName(StepNames.Link);
    }

    // References are asked one by one and not through the compilation, so that an edit of a .cs file runs nothing here.
    private static IncrementalValueProvider<CompilationFacts> GetFacts(IncrementalGeneratorInitializationContext context)
    {
        var language = context.ParseOptionsProvider.Select(static (options, _) => CompilationFacts.GetLanguageVersion((CSharpParseOptions)options));
        return context.MetadataReferencesProvider
            .Select(ReferenceReader.Read)
            .WithTrackingName(StepNames.Reference)
            .Where(static assembly => assembly is not null)
            .Collect()
            .Combine(language)
            .Select(static (input, _) => new CompilationFacts(input.Right, new EquatableArray<ReferencedAssembly>([.. input.Left!])))
            .WithTrackingName(StepNames.Facts);
    }

    private static void RegisterCode(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<FileOutput> outputs)
    {
        var messages = outputs
            .Where(static output => output.Messages is not null)
            .Select(static (output, _) => GeneratedFile.Emit(output, ".Messages.g.cs", () => MessagesEmitter.Emit(output.Messages!)))
            .WithTrackingName(StepNames.Messages);
        var services = outputs
            .Where(static output => output.Services is not null)
            .Select(static (output, _) => GeneratedFile.Emit(output, ".Grpc.g.cs", () => ServicesEmitter.Emit(output.Services!)))
            .WithTrackingName(StepNames.Grpc);
        context.RegisterSourceOutput(messages, AddSource);
        context.RegisterSourceOutput(services, AddSource);
    }

    private static void RegisterFileDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<OwnFile> own, IncrementalValueProvider<LinkedFiles> linked, IncrementalValuesProvider<FileOutput> outputs)
    {
        var ofFiles = own.Select(static (file, _) => FileDiagnostics.Collect(file)).WithTrackingName(StepNames.Diagnostics);
        var ofImportables = linked.Select(static (files, _) => ProjectDiagnostics.CollectImportables(files)).WithTrackingName(StepNames.Diagnostics);
        var ofOutputs = outputs.Select(static (output, _) => output.Diagnostics).WithTrackingName(StepNames.Diagnostics);
        context.RegisterSourceOutput(ofFiles, Report);
        context.RegisterSourceOutput(ofImportables, Report);
        context.RegisterSourceOutput(ofOutputs, Report);
    }

    private static void RegisterProjectDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectSettings> project, IncrementalValuesProvider<FileOutput> outputs, IncrementalValueProvider<CompilationFacts> facts)
    {
        var contents = outputs.Select(static (output, _) => output.OmitsServices).Collect().Select(static (omitted, _) => ProjectContents.Create(omitted));
        var diagnostics = project.Combine(contents.Combine(facts))
            .Select(static (input, _) => ProjectDiagnostics.Collect(input.Left, input.Right.Left, input.Right.Right))
            .WithTrackingName(StepNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics, Report);
    }

    private static void AddSource(SourceProductionContext context, GeneratedFile file)
    {
        if (file.Failure is { } failure) context.ReportDiagnostic(failure.ToDiagnostic());
        if (file.Text is { } text) context.AddSource(file.HintName, SourceText.From(text, Encoding.UTF8));
    }

    private static void Report(SourceProductionContext context, EquatableArray<DiagnosticData> diagnostics)
    {
        foreach (var diagnostic in diagnostics) context.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
