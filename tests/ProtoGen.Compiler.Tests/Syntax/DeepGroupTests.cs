using System.Text;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Syntax;

/// <summary>
/// Checks deeply nested groups. protoc parses them until its stack ends, much deeper than ProtoGen's stack allows, and rejects them when it
/// links.
/// </summary>
public class DeepGroupTests
{
    [Theory]
    [InlineData("optional group G = 1 {", "}")]
    [InlineData("oneof o { group G = 1 {", "} }")]
    [InlineData("extend A { optional group G = 1 {", "} }")]
    public void DeepGroupsAreRejectedByLinker(string open, string close) => SmallStack.Run(() =>
    {
        var file = Parse(open, close, depth: 10_000);
        Assert.Empty(file.Diagnostics);
        Assert.Contains(Linker.Link([file]).Diagnostics, diagnostic => diagnostic.Id == "PG2016");
    });

    [Fact]
    public void GroupsBeyondProtocsStackGiveOneError() => SmallStack.Run(() =>
    {
        var file = Parse("optional group G = 1 {", "}", depth: 100_000);
        Assert.Equal(["PG1120"], file.Diagnostics.Select(diagnostic => diagnostic.Id));
    });

    private static ParsedFile Parse(string open, string close, int depth)
    {
        var text = new StringBuilder("syntax = \"proto2\"; message A { extensions 1 to 9; ");
        for (var i = 0; i < depth; i++) text.Append(open).Append('\n');
        for (var i = 0; i < depth; i++) text.Append(close);
        return ProtoParser.Parse("a.proto", SourceText.From(text.Append('}').ToString()), new ParseOptions { RecordLocations = true });
    }
}
