using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Emit.Services;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>The kinds of projects in which generated code must compile.</summary>
internal sealed record UserProject(
    string Framework, LanguageVersion Language, NullableContextOptions Nullable, bool HasRuntime, bool IsAnnotated = false,
    bool HasOldestProtobuf = false)
{
    /// <summary>Gets the Google.Protobuf to reference; null for the one that the other properties name.</summary>
    public string? ProtobufPath { get; init; }

    private bool IsOld => Framework == "netstandard2.0";

    private bool HasGrpc => HasRuntime && !IsOld;

    /// <summary>
    /// Gets the kinds of projects: old and new frameworks and languages, nullable on and off, with and without ProtoGen.Runtime.
    /// </summary>
    public static IEnumerable<UserProject> All { get; } =
    [
        new("netstandard2.0", LanguageVersion.CSharp7_3, NullableContextOptions.Disable, HasRuntime: false),
        new("netstandard2.0", LanguageVersion.CSharp7_3, NullableContextOptions.Disable, HasRuntime: true, HasOldestProtobuf: true),
        new("net8.0", LanguageVersion.Latest, NullableContextOptions.Disable, HasRuntime: false, HasOldestProtobuf: true),
        new("net8.0", LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: false),
        new("net10.0", LanguageVersion.Latest, NullableContextOptions.Disable, HasRuntime: true, HasOldestProtobuf: true),
        new("net10.0", LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: true),
        new("net8.0", LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: false, IsAnnotated: true),
        new("net10.0", LanguageVersion.Latest, NullableContextOptions.Enable, HasRuntime: true, IsAnnotated: true),
    ];

    /// <summary>Gets the options that the generator has for the project.</summary>
    public CSharpOptions Options => CSharpOptions.Default with { HasRuntime = HasRuntime, NullableAnnotations = IsAnnotated };

    /// <summary>Generates the messages of a file and, if the project has gRPC, its services.</summary>
    public IEnumerable<string> Generate(FileDescriptor file)
    {
        yield return MessagesEmitter.Emit(CSharpModelBuilder.Build(file, Options));
        if (!HasGrpc) yield break;
        var options = ServicesOptions.Default with { HasRuntime = true, NullableAnnotations = IsAnnotated };
        if (ServicesModelBuilder.Build(file, options) is { } services) yield return ServicesEmitter.Emit(services);
    }

    /// <summary>Returns all errors and warnings of the C# compiler, including those about XML docs.</summary>
    public IEnumerable<string> Compile(IEnumerable<string> sources)
    {
        var compilation = Compilation(sources);
        return compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString());
    }

    /// <summary>Returns a compilation of the sources.</summary>
    public CSharpCompilation Compilation(IEnumerable<string> sources)
    {
        var parse = new CSharpParseOptions(Language, DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        return CSharpCompilation.Create("User", sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)), References(), options);
    }

    public override string ToString() =>
        $"{Framework}, C# {Language.ToDisplayString()}, nullable {Nullable}{(HasRuntime ? ", ProtoGen.Runtime" : "")}"
        + $"{(IsAnnotated ? ", annotated" : "")}{(HasOldestProtobuf ? ", oldest Google.Protobuf" : "")}";

    private IEnumerable<MetadataReference> References() => ReferencePaths().Select(path => MetadataReference.CreateFromFile(path));

    private IEnumerable<string> ReferencePaths()
    {
        if (IsOld) yield return RestoredPackages.PathTo("system.memory", "lib/netstandard2.0/System.Memory.dll");
        foreach (var path in Directory.EnumerateFiles(FrameworkFolder(), "*.dll"))
        {
            if (IsManaged(path))
                yield return path;
        }

        var protobuf = IsOld ? "netstandard2.0" : "net5.0";
        yield return ProtobufPath ?? (HasOldestProtobuf
            ? RestoredPackages.PathToOldestGoogleProtobuf(protobuf)
            : RestoredPackages.PathToGoogleProtobuf(protobuf));
        if (HasGrpc) yield return RestoredPackages.PathTo("grpc.core.api", "2.85.0", "lib/netstandard2.1/Grpc.Core.Api.dll");
        if (HasRuntime) yield return RestoredPackages.PathToRuntime(IsOld ? "netstandard2.0" : "net10.0");
    }

    private string FrameworkFolder() => Framework switch
    {
        "netstandard2.0" => RestoredPackages.PathTo("netstandard.library", "build/netstandard2.0/ref"),
        "net8.0" => RestoredPackages.PathTo("microsoft.netcore.app.ref", "ref/net8.0"),
        _ => Path.GetDirectoryName(typeof(object).Assembly.Location)!,
    };

    private static bool IsManaged(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.HasMetadata;
    }
}
