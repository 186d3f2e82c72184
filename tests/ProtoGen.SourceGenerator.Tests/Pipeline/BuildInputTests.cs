using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Project.References;
using ProtoGen.SourceGenerator.References;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Pipeline;

public sealed class BuildInputTests
{
    private const string Header = "syntax = \"proto3\";\n";

    [Fact]
    public void NoCodeIsGeneratedIfTheBuildWritesFiles()
    {
        var run = new Project(BuildOptions.Default.WithProperty("_ProtoGenWritesFiles", "true"))
            .Add("a.proto", Header + "message A { Missing m = 1; }").Run();
        Assert.Empty(run.Files);
        Assert.Equal(["a.proto(2,13): error PG2201: \"Missing\" is not defined."], run.Diagnostics);
    }

    [Fact]
    public void BytesThatAreNotUtf8AreTakenFromTheBuild()
    {
        byte[] latin1 = [.. "syntax = \"proto2\"; message A { optional string s = 1 [default = \""u8, 0xE9, .. "\"]; }"u8];
        var run = new Project()
            .Add("a.proto", System.Text.Encoding.UTF8.GetString(latin1))
            .Add("obj/App.csproj.ProtoGen.bytes", $"{Project.PathOf("a.proto")}|{Convert.ToBase64String(latin1)}\n")
            .Run();
        Assert.DoesNotContain("\uFFFD", run.Files["a.Messages.g.cs"]);
    }

    [Fact]
    public void DescriptorsOfReferencedProjectsAreTakenFromTheBuild()
    {
        var library = new Project().Add("shared.proto", Header + "package shared; message A { }").Run().Compile();
        var literals = new DescriptorLiterals(StringLiterals.Read(MetadataReference.CreateFromImage(library), default));
        var descriptors = string.Concat(literals.FindAll().Select(descriptor => Convert.ToBase64String(descriptor) + "\n"));
        var run = new Project()
            .Add("user.proto", Header + "import \"shared.proto\"; message B { shared.A a = 1; }")
            .Add("obj/App.csproj.ProtoGen.descriptors", descriptors)
            .Run();
        Assert.Empty(run.Diagnostics);
        Assert.Contains("global::Shared.A A", run.Files["user.Messages.g.cs"]);
    }

    [Fact]
    public void MissingFileIsOneError()
    {
        var run = new Project().AddMissing("gone.proto").Add("a.proto", Header + "message A { }").Run();
        Assert.Equal(
            ["gone.proto(1,1): error PG4015: The file does not exist. Correct the path in the Protobuf item, or remove the item."],
            run.Diagnostics);
    }

    [Theory]
    [InlineData(
        "partial class Log { [LoggerMessage(Level = 1)] static partial void Got(object logger, P.Reply reply); }", "LoggerMessage", 89)]
    [InlineData("[JsonSerializable(typeof(System.Collections.Generic.List<P.Reply>))] partial class C { }", "JsonSerializable", 60)]
    [InlineData("partial class V { [ObservableProperty] private P.Reply _reply; }", "ObservableProperty", 50)]
    [InlineData("[Mapper] partial class M { public partial string Map(P.Reply reply); }", "Mapper", 56)]
    public void TypeThatAnotherGeneratorCannotSeeIsReported(string code, string generator, int column)
    {
        var run = new Project().Add("a.proto", Header + "package p; message Reply { }").EditCSharp(code).Run();
        Assert.Equal(
            [
                $"Own.cs(1,{column}): warning PG4018: ProtoGen generates 'Reply' inside the compiler, where the source generator for [{generator}] cannot see it. "
                + "Set the MSBuild property ProtoGenOutput to Files.",
            ],
            run.Diagnostics);
    }

    [Fact]
    public void TypeThatTheUserWroteIsNotReported() => Assert.Empty(
        new Project().Add("a.proto", Header + "package p; message Reply { }")
            .EditCSharp("class Reply { } partial class V { [ObservableProperty] private Reply _reply; }").Run().Diagnostics);
}
