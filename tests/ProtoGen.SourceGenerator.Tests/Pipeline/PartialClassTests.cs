using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Pipeline;

public sealed class PartialClassTests
{
    private const string Header = "syntax = \"proto3\"; package p;\n";

    [Fact]
    public void ClassWithABaseClassOfTheUserCompiles()
    {
        var run = TwoFiles().EditCSharp("namespace P { public class Own { } partial class A : Own { } }").Run();
        Assert.Contains("class A : pb::IMessage<A>", run.Files["a.Messages.g.cs"]);
        run.Compile();
    }

    [Fact]
    public void BaseClassInAPartialClassEmitsOnlyTheFileOfThatMessage()
    {
        var project = TwoFiles();
        project.Run();
        Assert.Equal(
            ["a.Messages.g.cs"], project.EditCSharp("namespace P { public class Own { } partial class A : Own { } }").Run().EmittedFiles());
    }

    [Theory]
    [InlineData("partial class Other { int x_; }")]
    [InlineData("class Own { int field; }")]
    public void EditElsewhereEmitsNothing(string code)
    {
        var project = TwoFiles().EditCSharp("partial class Other { }");
        project.Run();
        Assert.Empty(project.EditCSharp(code).Run().EmittedFiles());
    }

    private static Project TwoFiles() =>
        new Project().Add("a.proto", Header + "message A { string name = 1; }").Add("b.proto", Header + "message B { }");
}
