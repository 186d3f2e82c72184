using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.Project.Imports;

namespace ProtoGen.SourceGenerator.Tests.Output;

public sealed class HintNamesTests
{
    [Theory]
    [InlineData("a/b.proto", "a/b")]
    [InlineData("my-file_name.v1.proto", "my-file_name.v1")]
    [InlineData("grüße/ä b.proto", "grüße/ä b")]
    [InlineData("a#b@c'd.proto", "a_b_c_d")]
    [InlineData("../x.proto", "._/x")]
    [InlineData("noext", "noext")]
    public void NamesMirrorImportPaths(string importName, string hintName) => Assert.Equal(hintName, new HintNames().Add(importName));

    [Fact]
    public void NamesThatDifferOnlyInCaseGetNumbers()
    {
        var names = new HintNames();
        Assert.Equal(["a/b", "A/B(2)", "a/b(3)"], [names.Add("a/b.proto"), names.Add("A/B.proto"), names.Add("a/b.PROTO")]);
    }

    [Theory]
    [InlineData("a/b.proto")]
    [InlineData("grüße/ä b+[1]{2},`x`-.proto")]
    [InlineData("日本語/ファイル.proto")]
    [InlineData("a#b@c'd~e!f%g&h;i=j$.proto")]
    [InlineData("a\u200bb.proto")]
    [InlineData("../x/./y.proto")]
    [InlineData("𐐷/x.proto")]
    [InlineData(".proto")]
    public void CompilerAcceptsEveryHintName(string importName)
    {
        var hintName = new HintNames().Add(importName) + ".Messages.g.cs";
        var driver = CSharpGeneratorDriver.Create(new OneFile(hintName)).RunGenerators(CSharpCompilation.Create("x"));
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
    }

    private sealed class OneFile(string hintName) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(output => output.AddSource(hintName, ""));
    }
}
