using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Output;

public sealed class GrpcStackTests
{
    private const string Service = "syntax = \"proto3\"; message A { } service S { rpc M(A) returns (A); }";

    private static readonly MetadataReference s_grpcCore = CSharpCompilation.Create(
        "Grpc.Core.Api", [], ReferenceSets.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).EmitToImageReference();

    [Theory]
    [InlineData("auto", false, "ProtoGen.Grpc")]
    [InlineData("auto", true, "Grpc.Core")]
    [InlineData("built-in", true, "ProtoGen.Grpc")]
    [InlineData("grpc-dotnet", true, "Grpc.Core")]
    public void TheStackIsChosenByReferencesAndProperty(string choice, bool hasGrpcCore, string expected)
    {
        var run = Run(choice, hasGrpcCore ? [.. ReferenceSets.Default, s_grpcCore] : ReferenceSets.Default);
        Assert.Contains($"using grpc = global::{expected};", run.Files["a.Grpc.g.cs"]);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void NoneLeavesServicesOutInSilence()
    {
        var run = Run("none", ReferenceSets.Default);
        Assert.Equal(["a.Messages.g.cs"], run.Files.Keys);
        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("built-in")]
    [InlineData("grpc-dotnet")]
    public void AStackThatIsNotReferencedIsSaid(string choice)
    {
        var run = Run(choice, [.. ReferenceSets.Framework, ReferenceSets.GoogleProtobuf]);
        Assert.Equal(["a.Messages.g.cs"], run.Files.Keys);
        Assert.StartsWith("a.proto(1,1): warning PG4005: The services of this file are left out: ", Assert.Single(run.Diagnostics));
    }

    [Fact]
    public void SourceForGrpcCoreCompilesOnTheBuiltInStackWhenAskedFor()
    {
        var project = new Project(BuildOptions.Default.WithProperty("ProtoGenGrpcCoreUsings", "true")).Add("a.proto", Service);
        project.EditCSharp("""
            using System.Threading.Tasks;
            using Grpc.Core;
            class Impl : S.SBase { public override Task<A> M(A request, ServerCallContext context) => Task.FromResult(request); }
            """).Run().Compile();
    }

    [Fact]
    public void TheGeneratedServiceCompilesWithoutAWarning() => new Project().Add("a.proto", Service).Run().Compile();

    private static GeneratorRun Run(string choice, IEnumerable<MetadataReference> references) =>
        new Project(BuildOptions.Default.WithProperty("ProtoGenGrpcStack", choice), references).Add("a.proto", Service).Run();
}
