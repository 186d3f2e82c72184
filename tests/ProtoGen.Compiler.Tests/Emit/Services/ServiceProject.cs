using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Services;

namespace ProtoGen.Compiler.Tests.Emit.Services;

/// <summary>The kinds of projects in which generated services must compile.</summary>
internal sealed record ServiceProject(
    string Framework, string GrpcVersion, LanguageVersion Language, NullableContextOptions Nullable, bool HasRuntime, bool IsAnnotated)
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> TrimAnalyzers = new(LoadTrimAnalyzers);

    private const string Oldest = "2.65.0";

    private const string Newest = "2.85.0";

    /// <summary>Gets projects that have each pair of settings. Compiling all combinations would last minutes.</summary>
    public static IEnumerable<ServiceProject> All { get; } =
    [
        new("netstandard2.0", Oldest, LanguageVersion.CSharp7_3, NullableContextOptions.Disable, HasRuntime: true, IsAnnotated: false),
        new("netstandard2.0", Newest, LanguageVersion.CSharp7_3, NullableContextOptions.Disable, HasRuntime: false, IsAnnotated: false),
        new("net472", Oldest, LanguageVersion.CSharp7_3, NullableContextOptions.Disable, HasRuntime: false, IsAnnotated: false),
        new("net472", Newest, LanguageVersion.CSharp7_3, NullableContextOptions.Disable, HasRuntime: true, IsAnnotated: false),
        new("net8.0", Oldest, LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: true, IsAnnotated: true),
        new("net8.0", Newest, LanguageVersion.Latest, NullableContextOptions.Disable, HasRuntime: false, IsAnnotated: false),
        new("net10.0", Oldest, LanguageVersion.Latest, NullableContextOptions.Disable, HasRuntime: true, IsAnnotated: false),
        new("net10.0", Newest, LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: true, IsAnnotated: true),
        new("net10.0", Newest, LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: false, IsAnnotated: false),
    ];

    private bool IsOld => Language == LanguageVersion.CSharp7_3;

    /// <summary>Returns the C# of a file's services; null if it has none.</summary>
    public string? Generate(FileDescriptor file)
    {
        var options = ServicesOptions.Default with
        {
            HasRuntime = HasRuntime,
            NullableAnnotations = IsAnnotated,
            HonorsNullableFeature = !IsOld,
        };
        return ServicesModelBuilder.Build(file, options) is { } services ? ServicesEmitter.Emit(services) : null;
    }

    /// <summary>
    /// Returns the errors and warnings of the C# compiler, and those of the trim and AOT analyzers if the framework has them.
    /// </summary>
    public async Task<IEnumerable<string>> CompileAsync(IEnumerable<string> sources, MetadataReference messages)
    {
        var parse = new CSharpParseOptions(Language, DocumentationMode.Diagnose);
        // As in a project, whose build unifies versions, a reference may be newer than the one that another was built against.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        var compilation = CSharpCompilation.Create(
            "User", sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)), [.. References(), messages], options);
        var diagnostics = IsOld
            ? compilation.GetDiagnostics()
            : await compilation.WithAnalyzers(TrimAnalyzers.Value, new AnalyzerOptions([], new TrimmingIsOn())).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString());
    }

    public override string ToString() =>
        $"{Framework}, Grpc.Core.Api {GrpcVersion}, C# {Language.ToDisplayString()}, nullable {Nullable}{(HasRuntime ? ", ProtoGen.Runtime" : "")}{(IsAnnotated ? ", annotated" : "")}";

    /// <summary>Returns the framework and the packages of the project.</summary>
    private IEnumerable<MetadataReference> References() =>
    [
        .. Framework switch
        {
            "netstandard2.0" => NetStandard20.References.All,
            "net472" => Net472.References.All,
            "net8.0" => Net80.References.All.AsEnumerable(),
            _ => Net100.References.All,
        },
        .. Paths().Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private IEnumerable<string> Paths()
    {
        if (IsOld)
        {
            yield return RestoredPackages.PathTo(
                "system.memory", "4.6.3", $"lib/{(Framework == "net472" ? "net462" : Framework)}/System.Memory.dll");
        }

        yield return RestoredPackages.PathToGoogleProtobuf(IsOld ? "netstandard2.0" : "net5.0");
        var folder = Framework switch { "netstandard2.0" => Framework, "net472" => "net462", _ => "netstandard2.1" };
        yield return RestoredPackages.PathTo("grpc.core.api", GrpcVersion, $"lib/{folder}/Grpc.Core.Api.dll");
        if (HasRuntime) yield return RestoredPackages.PathToRuntime(IsOld ? "netstandard2.0" : Framework);
    }

    private static ImmutableArray<DiagnosticAnalyzer> LoadTrimAnalyzers() =>
    [
        .. Assembly.LoadFrom(RestoredPackages.PathTo(
            "microsoft.net.illink.tasks", "10.0.12", "analyzers/dotnet/cs/ILLink.RoslynAnalyzer.dll"))
            .GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Sets the properties that IsAotCompatible sets in a project.</summary>
    private sealed class TrimmingIsOn : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = "true";
                return key is "build_property.EnableTrimAnalyzer"
                or "build_property.EnableAotAnalyzer"
                or "build_property.EnableSingleFileAnalyzer";
            }
        }
    }
}
