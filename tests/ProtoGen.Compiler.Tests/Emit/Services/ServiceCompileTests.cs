using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoParseOptions = ProtoGen.Compiler.Syntax.ParseOptions;

namespace ProtoGen.Compiler.Tests.Emit.Services;

/// <summary>Compiles generated services with the real Grpc.Core.Api.</summary>
public class ServiceCompileTests
{
    /// <summary>
    /// Folders with many services. All files together do not compile, not even protoc's output, because some declare the same C# type. Of
    /// these folders, google/logging has the methods UpdateBucket and UpdateBucketAsync, with which only ProtoGen's output compiles.
    /// </summary>
    private static readonly string[] Folders =
    [
        "google/pubsub", "google/spanner", "google/storage", "google/monitoring", "google/iam", "google/bigtable", "google/container",
        "google/firestore", "google/longrunning", "google/datastore", "google/devtools", "google/shopping", "google/analytics",
        "google/maps", "google/apps", "google/logging",
    ];

    private static readonly Lazy<FileDescriptor[]> LinkedGoogleApis = new(
        () => [.. Generated.Link(GoogleApis.Read(Folders).Select(file => (file.Name, file.Text))).Select(file => file.File!)]);

    private static readonly Lazy<MetadataReference> GoogleMessages = new(() => CompileMessages(LinkedGoogleApis.Value));

    private static readonly Lazy<(FileDescriptor File, MetadataReference Messages)[]> LinkedCorpus =
        new(() => [.. ReadCorpus().Select(file => (file, CompileMessages([file])))]);

    public static TheoryData<string> Projects => [.. ServiceProject.All.Select(project => project.ToString())];

    [OracleTheory(Oracle.GoogleApis)]
    [MemberData(nameof(Projects))]
    public async Task ServicesOfGoogleApisCompileWithoutAWarning(string name)
    {
        var project = ServiceProject.All.Single(candidate => candidate.ToString() == name);
        string[] services = [.. LinkedGoogleApis.Value.Select(project.Generate).OfType<string>()];
        Assert.True(services.Length > 100, $"{services.Length} files with services");
        Assert.Empty((await project.CompileAsync(services, GoogleMessages.Value)).Take(10));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task ServicesOfTheCorpusCompileWithoutAWarning(string name)
    {
        var project = ServiceProject.All.Single(candidate => candidate.ToString() == name);
        foreach ((var file, var messages) in LinkedCorpus.Value)
            Assert.Empty((await project.CompileAsync([project.Generate(file)!], messages)).Take(10));
    }

    /// <summary>Returns the valid files of the corpus with services that import only well-known files.</summary>
    private static IEnumerable<FileDescriptor> ReadCorpus()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Corpus, "*.proto", SearchOption.AllDirectories))
        {
            var parsed = ProtoParser.Parse(Path.GetFileName(path), SourceText.From(File.ReadAllBytes(path)), new ProtoParseOptions());
            if (parsed.HasErrors)
                continue;
            var linked = Linker.Link([parsed]).Files[0];
            if (linked.File is { Services.Count: > 0 } file
                && linked.Diagnostics.All(diagnostic => diagnostic.Severity != Compiler.Diagnostics.DiagnosticSeverity.Error))
            {
                yield return file;
            }
        }
    }

    /// <summary>Compiles the messages once for all projects, because services need only their names.</summary>
    private static MetadataReference CompileMessages(IEnumerable<FileDescriptor> files)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Messages",
            files.Select(
                file => CSharpSyntaxTree.ParseText(MessagesEmitter.Emit(CSharpModelBuilder.Build(file, CSharpOptions.Default)), parse)),
            [
                .. NetStandard20.References.All,
                MetadataReference.CreateFromFile(RestoredPackages.PathTo("system.memory", "lib/netstandard2.0/System.Memory.dll")),
                MetadataReference.CreateFromFile(RestoredPackages.PathToGoogleProtobuf("netstandard2.0")),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true));
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
