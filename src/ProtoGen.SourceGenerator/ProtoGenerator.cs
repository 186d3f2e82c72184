using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Reporting;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.Project.Severities;
using ProtoGen.Compiler.Project.UserCode;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.OtherGenerators;
using ProtoGen.SourceGenerator.References;

namespace ProtoGen.SourceGenerator;

/// <summary>
/// Generates C# from the .proto files of a project in the steps <see cref="ProtoItem"/>, <see cref="ParsedProto"/>, <see
/// cref="NamedProto"/>, <see cref="LinkedProto"/>, <see cref="ProtoModel"/> and <see cref="GeneratedSource"/>.
/// </summary>
/// <remarks>
/// The engine in ProtoGen.Compiler.Project does the work; this class arranges it in steps. The compiler compares the results of steps by
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

        var protocCode = context.SyntaxProvider
            .CreateSyntaxProvider(ProtocCodeReader.IsTopLevelClass, ProtocCodeReader.Read)
            .Where(static code => code is not null)
            .WithTrackingName(StepNames.ProtocCode);
        var clashes = models.Collect().Combine(protocCode.Collect())
            .Select(static (input, _) => NameClashes.Find(input.Left, input.Right!))
            .WithTrackingName(StepNames.Clashes);

        RegisterCode(context, models, clashes);
        RegisterRegistration(context, project, models, facts);
        var severities = GetSeverities(context);
        RegisterFileDiagnostics(context, severities, linked, linkedAll, models);
        RegisterDiagnostics(context, severities, clashes.Select(static (clashes, _) => clashes.Diagnostics));
        RegisterProjectDiagnostics(context, severities, project, models, facts);
        RegisterTypeUses(context, severities, models);
    }

    private static IncrementalValuesProvider<ProtoItem> GetItems(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectSettings> project) =>
        context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider.Combine(project.Combine(GetRawContents(context))))
            .Where(static input => input.Right.Right.Left.IsEnabled && AdditionalFiles.IsProto(input.Left, input.Right.Left))
            .Select(static (input, _) =>
            {
                var (file, (options, (project, raw))) = input;
                return BuildOptions.ReadItem(file, options, project, raw);
            })
            .WithTrackingName(StepNames.Item);

    private static IncrementalValueProvider<RawContents> GetRawContents(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(AdditionalFiles.IsRawContents)
            .Select(static (file, cancellation) => file.GetText(cancellation)?.ToString() ?? "")
            .Collect()
            .Select(static (texts, _) => RawContents.Parse(texts))
            .WithTrackingName(StepNames.RawContents);

    private static IncrementalValueProvider<ImportMap> ResolveImports(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedProto> parsed,
        IncrementalValuesProvider<ProtoItem> importable, IncrementalValueProvider<ProjectSettings> project)
    {
        // The imports are a separate step, so that an edit that does not change them does not repeat their resolution.
        var imports = parsed
            .Select(static (file, _) => ProtoImports.Create(file))
            .WithTrackingName(StepNames.Imports);
        var descriptors = context.AdditionalTextsProvider.Where(AdditionalFiles.IsDescriptors);
        return imports.Collect().Combine(importable.Collect())
            .Combine(project.Combine(context.MetadataReferencesProvider.Collect().Combine(descriptors.Collect())))
            .Select(static (input, cancellation) =>
            {
                var ((compiled, importable), (project, (references, descriptors))) = input;
                var referenced = StringLiterals.CreateProtos(references, descriptors, cancellation);
                return ImportResolver.Resolve(compiled, importable, project, referenced, cancellation);
            })
            .WithTrackingName(StepNames.Map);
    }

    private static IncrementalValueProvider<LinkedProject> Link(
        IncrementalValuesProvider<NamedProto> named, IncrementalValueProvider<ImportMap> map)
    {
        var memory = new LinkMemory();
        return named.Collect().Combine(map)
            .Select((input, _) => memory.Link(input.Left, input.Right))
            .WithTrackingName(StepNames.LinkedAll);
    }

    // References are read one by one and not from the compilation, so that an edit of a .cs file does not run this step.
    private static IncrementalValueProvider<CompilationFacts> GetFacts(IncrementalGeneratorInitializationContext context)
    {
        var language = context.ParseOptionsProvider.Select(static (options, _) => GetLanguageVersion((CSharpParseOptions)options));
        return context.MetadataReferencesProvider
            .Select(ReferenceReader.Read)
            .WithTrackingName(StepNames.Reference)
            .Where(static assembly => assembly is not null)
            .Collect()
            .Combine(language.Combine(GetPartialClasses(context)))
            .Select(static (input, _) =>
            {
                var (assemblies, (language, partialClasses)) = input;
                return new CompilationFacts(language, new EquatableArray<ReferencedAssembly>([.. assemblies!]))
                {
                    PartialClasses = partialClasses,
                };
            })
            .WithTrackingName(StepNames.Facts);
    }

    private static IncrementalValueProvider<EquatableArray<PartialClass>> GetPartialClasses(
        IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(PartialClassReader.IsPartialClass, PartialClassReader.Read)
            .Collect()
            .Select(static (found, _) => PartialClassScanner.Merge(found.SelectMany(static classes => classes)))
            .WithTrackingName(StepNames.PartialClasses);

    // Roslyn numbers C# 7.3 as 703, but C# 7 as 7.
    private static int GetLanguageVersion(CSharpParseOptions options) =>
        (int)options.LanguageVersion is var version && version < 100 ? version * 100 : version;

    private static void RegisterCode(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ProtoModel> models,
        IncrementalValueProvider<NameClashes> clashes)
    {
        // If a type that is defined twice were generated twice, the user would get an error for each member.
        var generated = models.Combine(clashes)
            .Where(static input => !input.Right.Contains(input.Left.Path))
            .Select(static (input, _) => input.Left);
        var messages = generated
            .Where(static model => model.Messages is not null)
            .Select(static (model, _) => GeneratedSource.EmitMessages(model))
            .WithTrackingName(StepNames.Messages);
        var services = generated
            .Where(static model => model.Services is not null)
            .Select(static (model, _) => GeneratedSource.EmitServices(model))
            .WithTrackingName(StepNames.Services);
        context.RegisterSourceOutput(messages, AddSource);
        context.RegisterSourceOutput(services, AddSource);
    }

    // Other source generators do not need these methods, so the source generator adds them in all output modes.
    private static void RegisterRegistration(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectSettings> project, IncrementalValuesProvider<ProtoModel> models,
        IncrementalValueProvider<CompilationFacts> facts)
    {
        var clients = models.Select(static (model, _) => model.Clients).Collect();
        var registration = project.Combine(clients.Combine(facts))
            .Select(static (input, _) =>
            {
                var (project, (clients, facts)) = input;
                return project.Registration
                    ? RegistrationModel.Build(
                        project.RootNamespace, clients.SelectMany(file => file), facts.HasGrpcClientFactory, facts.HasGrpcServer)
                    : null;
            })
            .Select(static (model, _) => model is null ? null : GeneratedSource.EmitRegistration(model))
            .WithTrackingName(StepNames.Registration);
        context.RegisterSourceOutput(registration, static (context, source) =>
        {
            if (source is not null) AddSource(context, source);
        });
    }

    private static IncrementalValueProvider<SeverityRules> GetSeverities(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(AdditionalFiles.IsConfiguration)
            .Select(static (file, cancellation) => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? ""))
            .Collect()
            .Select(static (files, _) => SeverityRules.Parse(files))
            .WithTrackingName(StepNames.Severities);

    private static void RegisterDiagnostics(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<SeverityRules> severities,
        IncrementalValueProvider<EquatableArray<ProjectDiagnostic>> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.WithTrackingName(StepNames.Diagnostics).Combine(severities), DiagnosticReporter.Report);

    private static void RegisterDiagnostics(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<SeverityRules> severities,
        IncrementalValuesProvider<EquatableArray<ProjectDiagnostic>> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.WithTrackingName(StepNames.Diagnostics).Combine(severities), DiagnosticReporter.Report);

    private static void RegisterFileDiagnostics(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<SeverityRules> severities,
        IncrementalValuesProvider<LinkedProto> linked, IncrementalValueProvider<LinkedProject> linkedAll,
        IncrementalValuesProvider<ProtoModel> models)
    {
        RegisterDiagnostics(context, severities, linked.Select(static (file, _) => FileDiagnostics.Collect(file)));
        RegisterDiagnostics(context, severities, linkedAll.Select(static (project, _) => ProjectDiagnostics.CollectImported(project)));
        RegisterDiagnostics(context, severities, models.Select(static (model, _) => model.Diagnostics));
    }

    private static void RegisterProjectDiagnostics(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<SeverityRules> severities,
        IncrementalValueProvider<ProjectSettings> project, IncrementalValuesProvider<ProtoModel> models,
        IncrementalValueProvider<CompilationFacts> facts)
    {
        var contents = models.Select(static (model, _) => model.OmitsServices)
            .Collect()
            .Select(static (omitted, _) => ProjectContents.Create(omitted));
        var diagnostics = project.Combine(contents.Combine(facts))
            .Select(static (input, _) =>
            {
                var (project, (contents, facts)) = input;
                return ProjectDiagnostics.Collect(project, contents, facts);
            });
        RegisterDiagnostics(context, severities, diagnostics);
    }

    // The result of the step contains only names, so that an edit that does not change the types does not run the next step.
    private static void RegisterTypeUses(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<SeverityRules> severities,
        IncrementalValuesProvider<ProtoModel> models)
    {
        var uses = context.SyntaxProvider
            .CreateSyntaxProvider(TypeUseFinder.IsCandidate, TypeUseFinder.Find)
            .Where(static found => found.Count > 0)
            .WithTrackingName(StepNames.TypeUses);
        var generated = models
            .Select(static (model, _) => model.GetTypeNames())
            .Collect()
            .Select(
                static (names, _) =>
                    new EquatableArray<string>(
                        [.. names.SelectMany(static names => names).Distinct().OrderBy(static name => name, StringComparer.Ordinal)]));
        var diagnostics = uses.Combine(generated)
            .Select(static (input, _) =>
            {
                var (uses, generated) = input;
                return new EquatableArray<ProjectDiagnostic>(
                    [.. uses.Where(use => generated.Contains(use.TypeName)).Select(use => use.ToDiagnostic())]);
            });
        RegisterDiagnostics(context, severities, diagnostics);
    }

    private static void AddSource(SourceProductionContext context, GeneratedSource source)
    {
        if (source.Failure is { } failure) DiagnosticReporter.ReportError(context, failure);
        if (source.Text is { } text) context.AddSource(source.HintName, SourceText.From(text, Encoding.UTF8));
    }
}
