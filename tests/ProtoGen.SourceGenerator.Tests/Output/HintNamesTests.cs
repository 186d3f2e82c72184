using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.Project.Imports;

namespace ProtoGen.SourceGenerator.Tests.Output;

public sealed class HintNamesTests
{
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
