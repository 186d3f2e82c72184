using ProtoGen.Compiler.Project.Imports;

namespace ProtoGen.Compiler.Tests.Project.Imports;

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
}
