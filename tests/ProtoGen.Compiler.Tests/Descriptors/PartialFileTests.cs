using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>Checks that rejected files keep the elements that an editor can use.</summary>
public class PartialFileTests
{
    [Fact]
    public void FieldsOfUnresolvedTypesAreOmitted()
    {
        var file = Link("syntax = \"proto3\"; message M { int32 a = 1; Nope b = 2; string c = 3; }");

        Assert.True(file.HasErrors);
        Assert.Equal(["a", "c"], file.File!.Messages[0].Fields.Select(field => field.Name));
    }

    [Fact]
    public void MethodsOfUnresolvedTypesAreOmitted()
    {
        var file = Link("syntax = \"proto3\"; message M {} service S { rpc F(M) returns (M); rpc G(Nope) returns (M); }");

        Assert.Equal(["F"], file.File!.Services[0].Methods.Select(method => method.Name));
    }

    [Fact]
    public void PartialFileKeepsOptionsAndFeatures()
    {
        var file = Link("syntax = \"proto3\"; option csharp_namespace = \"N\"; message M { optional int32 a = 1; Nope b = 2; }");

        Assert.Equal("N", file.File!.CSharpNamespace);
        Assert.True(file.File.Messages[0].Fields[0].HasPresence);
    }

    [Fact]
    public void TruncatedFileIsPartialFile()
    {
        var file = Link("syntax = \"proto3\"; message M { int32 a = 1; } message N { M m = 1; int32");

        Assert.Empty(file.Diagnostics);
        Assert.NotEmpty(file.Source.Diagnostics);
        Assert.Same(file.File!.Messages[0], file.File.Messages[1].Fields[0].MessageType);
    }

    [Fact]
    public void TypesOfRejectedImportAreResolved()
    {
        var result = Linker.Link(
        [
            ProtoSources.Parse("a.proto", "syntax = \"proto3\"; message A { Nope n = 1; int32 x = 2; }"),
            ProtoSources.Parse("b.proto", "syntax = \"proto3\"; import \"a.proto\"; message B { A a = 1; }"),
        ]);

        Assert.Same(result.Files[0].File!.Messages[0], result.Files[1].File!.Messages[0].Fields[0].MessageType);
        Assert.Contains(result.Files[1].Diagnostics, diagnostic => diagnostic.Message == "\"A\" is not defined.");
    }

    [Fact]
    public void MissingImportOptionIsError()
    {
        var file = Link("edition = \"2024\"; import option \"nope.proto\"; message M {}");

        Assert.Equal(
            ["File not found.", "Import \"nope.proto\" was not found or had errors."],
            file.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Theory]
    [InlineData("message M { map<int32, Nope> m = 1; }", "map<int32, Nope>")]
    [InlineData("message M { oneof twice { int32 a = 1; } int32 b = 2; oneof twice { int32 c = 3; } }", "twice")]
    public void ErrorsWithoutLineHaveEditorSpan(string text, string marked)
    {
        text = "syntax = \"proto3\"; " + text;
        var diagnostic = Assert.Single(Link(text).Diagnostics);

        Assert.Equal(-1, diagnostic.Line);
        Assert.StartsWith(text.Substring(diagnostic.Span.Start, diagnostic.Span.Length), marked, StringComparison.Ordinal);
        Assert.NotEqual(0, diagnostic.Span.Length);
    }

    private static LinkedFile Link(string text) => Linker.Link([ProtoSources.Parse("test.proto", text)]).Files[0];
}
