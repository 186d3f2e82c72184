using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>Checks the <c>max_line_length</c> of .editorconfig, which no analyzer checks.</summary>
public sealed class LineLengthTests
{
    private const int Limit = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    [InlineData("samples")]
    public void LinesOfSourcesHaveAtMost140Characters(string folder)
    {
        string[] tooLong =
        [
            .. from path in Repository.FindSourceFiles(Path.Combine(Repository.Root, folder), "*.cs")
               where IsWritten(Path.GetRelativePath(Repository.Root, path))
               from line in FindLongLines(path)
               select $"{Path.GetRelativePath(Repository.Root, path)}:{line}",
        ];

        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    // The others are expected outputs of the generator.
    private static bool IsWritten(string path) =>
        !path.EndsWith(".g.cs", StringComparison.Ordinal) && !path.EndsWith(".verified.cs", StringComparison.Ordinal);

    private static IEnumerable<int> FindLongLines(string path)
    {
        var text = SourceText.From(File.ReadAllText(path));
        if (text.Lines.All(line => line.Span.Length <= Limit)) return [];
        TextSpan[] strings = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Where(IsString).Select(node => node.Span)];
        return text.Lines
            .Where(line => line.Span.Length > Limit && !strings.Any(literal => MayBeLong(text, line, literal)))
            .Select(line => line.LineNumber + 1);
    }

    private static bool IsString(SyntaxNode node) =>
        node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression }
            or InterpolatedStringExpressionSyntax;

    // Multi-line strings keep the lines of their content, and the text of a message stays on one line, so that a search finds it.
    private static bool MayBeLong(SourceText text, TextLine line, TextSpan literal)
    {
        if (literal.Start < line.Start) return literal.End > line.Start;
        return line.Span.Contains(literal)
            && text.ToString(TextSpan.FromBounds(line.Start, literal.Start)).Trim() is "" or "+" or "return"
            && text.ToString(TextSpan.FromBounds(literal.End, line.End)).All(c => ",;)]}+ ".Contains(c, StringComparison.Ordinal));
    }
}
