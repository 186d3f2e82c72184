using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Output;

public sealed class SpanPathTests
{
    private const string File = "syntax = \"proto3\"; message A { int32 id = 1; } service S { rpc M(A) returns (A); }";

    [Fact]
    public void MessagesHaveSpanPathUnlessDisabled()
    {
        Assert.Contains("pgr::Message<A>", new Project().Add("a.proto", File).Run().Files["a.Messages.g.cs"]);
        Assert.DoesNotContain("pgr::", RunWithout().Files["a.Messages.g.cs"]);
    }

    [Fact]
    public void ServicesCompileWithoutSpanPath() => Assert.NotEmpty(RunWithout().Compile());

    private static GeneratorRun RunWithout() =>
        new Project(BuildOptions.Default.WithProperty("ProtoGenSpanPath", "false")).Add("a.proto", File).Run();
}
