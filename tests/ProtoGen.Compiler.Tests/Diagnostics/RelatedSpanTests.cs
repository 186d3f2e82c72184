using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Diagnostics;

public sealed class RelatedSpanTests
{
    [Theory]
    [InlineData("message A {} message A {}", "A")]
    [InlineData("message A { int32 b = 1; int32 c = 1; }", "b")]
    [InlineData("message A { int32 b_c = 1; int32 bC = 2; }", "b_c")]
    [InlineData("enum A { B = 0; C = 0; }", "B")]
    [InlineData("message A { reserved 5 to 9; reserved 7 to 12; }", "7")]
    [InlineData("enum A { B = 0; reserved 5 to 9; reserved 7 to 12; }", "7")]
    public void ARepetitionRefersToTheFirstDefinition(string text, string first)
    {
        var source = "syntax = \"proto3\"; " + text;
        var related = Assert.Single(Link(("a.proto", source)).Related);

        Assert.Equal("a.proto", related.Path);
        Assert.Equal(source.IndexOf(" " + first + " ", StringComparison.Ordinal) + 1, related.Span.Start);
        Assert.Equal(first.Length, related.Span.Length);
    }

    [Fact]
    public void ARepetitionRefersToTheFirstDefinitionInAnotherFile()
    {
        var related = Assert.Single(Link(("a.proto", "message A {}"), ("b.proto", "import \"a.proto\"; message A {}")).Related);

        Assert.Equal("a.proto", related.Path);
        Assert.Equal("message ".Length, related.Span.Start);
    }

    [Fact]
    public void AConflictWithAMapRefersToTheConflictingName()
    {
        const string text = "message A { map<int32, int32> b = 1; optional int32 BEntry = 2; }";
        var conflict = Assert.Single(LinkAll(("a.proto", text)), diagnostic => diagnostic.Kind == LinkDiagnostics.MapEntryConflict);

        Assert.Equal(text.IndexOf("BEntry", StringComparison.Ordinal), Assert.Single(conflict.Related).Span.Start);
    }

    [Fact]
    public void AnErrorWithoutAFirstDefinitionHasNoRelatedSpan() =>
        Assert.Empty(Link(("a.proto", "message A { optional B b = 1; }")).Related);

    private static Diagnostic Link(params (string Name, string Text)[] files) =>
        LinkAll(files).First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<Diagnostic> LinkAll(params (string Name, string Text)[] files) =>
        Linker.Link([.. files.Select(file => ProtoParser.Parse(file.Name, SourceText.From(file.Text)))]).Diagnostics;
}
