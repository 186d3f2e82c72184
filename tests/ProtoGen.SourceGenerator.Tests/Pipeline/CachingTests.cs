using Microsoft.CodeAnalysis;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Pipeline;

public sealed class CachingTests
{
    private const string Header = "syntax = \"proto3\"; package p;\n";

    [Fact]
    public void UnchangedRunIsFullyCached()
    {
        var project = ThreeFiles();
        project.Run();
        project.Run().AssertAllCached();
    }

    [Fact]
    public void EditingFileEmitsOnlyItAndItsImporters()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.Edit("b.proto", Header + "message B { int32 id = 1; int32 more = 2; }").Run();
        Assert.Equal(["b.Messages.g.cs"], run.EmittedFiles());
        Assert.Single(run.Reasons(StepNames.Parsed), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void ImporterIsEmittedAgainWhenUsedTypeChanges()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.Edit("b.proto", Header + "option csharp_namespace = \"Elsewhere\"; message B { int32 id = 1; }").Run();
        Assert.Equal(["b.Messages.g.cs", "c.Messages.g.cs"], run.EmittedFiles());
    }

    [Fact]
    public void EditingFileWithoutImportersEmitsOnlyIt()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.Edit("a.proto", Header + "message A { string name = 1; }").Run();
        Assert.Equal(["a.Messages.g.cs"], run.EmittedFiles());
    }

    [Fact]
    public void EditWithoutSemanticChangeEmitsNothing()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.Edit("b.proto", Header + "\n\nmessage  B { int32 id = 1; }").Run();
        Assert.Empty(run.EmittedFiles());
    }

    [Fact]
    public void AddingFileLeavesOthersCached()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.Add("d.proto", Header + "message D { }").Run();
        Assert.Equal(["d.Messages.g.cs"], run.EmittedFiles());
    }

    [Theory]
    [InlineData("a.proto")]
    [InlineData("c.proto")]
    public void RemovingFileLeavesOthersCached(string path)
    {
        var project = ThreeFiles();
        project.Run();
        Assert.Empty(project.Remove(path).Run().EmittedFiles());
    }

    [Fact]
    public void EditingCSharpFileRunsNoStep()
    {
        var project = ThreeFiles();
        project.Run();
        project.EditCSharp("class Own { int field; }").Run().AssertAllCached();
    }

    [Fact]
    public void NewOptionsWithSameValuesEmitNothing()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.WithOptions(options => options.WithProperty("unrelated", "x")).Run();
        Assert.Empty(run.EmittedFiles());
        Assert.All(run.Reasons(StepNames.Parsed), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void ChangedMetadataOfFileEmitsOnlyThatFile()
    {
        var project = ThreeFiles();
        project.Run();
        var run = project.WithOptions(options => options.WithMetadata("a.proto", "Access", "Internal")).Run();
        Assert.Equal(["a.Messages.g.cs"], run.EmittedFiles());
    }

    [Fact]
    public void MovedErrorEmitsNoCode()
    {
        var project = ThreeFiles();
        project.Edit("a.proto", Header + "message A { }\nmessage X { Missing m = 1; }").Run();
        var run = project.Edit("a.proto", Header + "\nmessage A { }\nmessage X { Missing m = 1; }").Run();
        Assert.Empty(run.EmittedFiles());
        Assert.Equal(["a.proto(4,13): error PG2201: \"Missing\" is not defined."], run.Diagnostics);
    }

    /// <summary>Creates a project in which c imports b, and a has no imports and is not imported.</summary>
    private static Project ThreeFiles() => new Project()
        .Add("a.proto", Header + "message A { int32 id = 1; }")
        .Add("b.proto", Header + "message B { int32 id = 1; }")
        .Add("c.proto", Header + "import \"b.proto\"; message C { B b = 1; }");
}
