using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoGen.Compiler.Tests.Emit;

public class HostileTextTests
{
    [Theory]
    [InlineData("hostile.proto")]
    [InlineData("hostile2.proto")]
    public void TextOfProtoNeverBecomesCode(string proto)
    {
        var code = Generated.FromText(Generated.Protos[proto]);
        var tokens = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
        Assert.DoesNotContain(tokens, token => token.StartsWith("injected", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\r\nint injected;.proto")]
    [InlineData("a\u2028int injected;.proto")]
    [InlineData("a\u0085#error.proto")]
    [InlineData("*/ class Injected {}.proto")]
    public void FileNameStaysInsideComment(string name)
    {
        var code = Generated.FromFiles([(name, "syntax = \"proto3\"; message M { int32 a = 1; }")])[name];
        Assert.Empty(CSharpSyntaxTree.ParseText(code).GetDiagnostics());
        Assert.DoesNotContain(
            "injected", CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Select(token => token.ValueText.ToLowerInvariant()));
    }
}
