using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Syntax;

/// <summary>Checks that the tree of an incomplete file has everything that can be read.</summary>
public class FaultToleranceTests
{
    [Fact]
    public void MessageWithoutClosingBraceKeepsFields()
    {
        var file = ParseBroken("syntax = \"proto3\"; message A { int32 a = 1; string b = 2;");
        Assert.Equal(["a", "b"], file.Messages[0].Fields.Select(field => field.Name.Text));
    }

    [Fact]
    public void HalfWrittenFieldKeepsOtherFields()
    {
        var file = ParseBroken("syntax = \"proto3\"; message A { int32 a = 1; string b int32 c = 3; int32 d = 4; }");
        Assert.Equal(["a", "b", "d"], file.Messages[0].Fields.Select(field => field.Name.Text));
    }

    [Fact]
    public void HalfWrittenSyntaxLineKeepsMessages()
    {
        var file = ParseBroken("syntax = \"proto3\" message A { int32 a = 1; }");
        Assert.Equal("A", Assert.Single(file.Messages).Name.Text);
    }

    [Fact]
    public void FieldWithoutNumberIsKept()
    {
        var file = ParseBroken("syntax = \"proto3\"; message A { string name = }");
        Assert.Equal(("name", 0), (file.Messages[0].Fields[0].Name.Text, file.Messages[0].Fields[0].Number));
    }

    [Fact]
    public void MethodWithoutResponseIsKept()
    {
        var file = ParseBroken("syntax = \"proto3\"; service S { rpc Get(Request) returns }");
        Assert.Equal("Request", file.Services[0].Methods[0].InputType.Text);
    }

    [Theory]
    [InlineData("message M { ")]
    [InlineData("optional group G = 1 { ")]
    [InlineData("option (a) = { ")]
    [InlineData("extend A { ")]
    [InlineData("[")]
    [InlineData("{")]
    public void DeepNestingIsErrorWithoutCrash(string open)
    {
        var text = "syntax = \"proto2\"; message A { " + string.Concat(Enumerable.Repeat(open, 100_000));
        Assert.True(ProtoParser.Parse("a.proto", SourceText.From(text)).HasErrors);
    }

    [Fact]
    public void EveryPrefixOfFileCanBeParsed()
    {
        const string Text =
            "edition = \"2023\"; package a.b; import \"x\"; /* c */ message M { map<int32, string> m = 1 [a.(b).c = { x: 1 }]; "
            + "oneof o { M n = 2; } extensions 5 to max [declaration = {}]; reserved a, b; } enum E { A = -1; } service S { rpc R(stream M) returns (.a.M) { option x = 'y'; } }";
        for (var length = 0; length <= Text.Length; length++)
        {
            ProtoParser.Parse("a.proto", SourceText.From(Text[..length]), new ParseOptions { RecordLocations = true });
        }
    }

    private static FileNode ParseBroken(string text)
    {
        var parsed = ProtoParser.Parse("a.proto", SourceText.From(text));
        Assert.True(parsed.HasErrors);
        return parsed.File;
    }
}
