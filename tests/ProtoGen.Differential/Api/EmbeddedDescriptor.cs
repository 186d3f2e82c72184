using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Differential.Api;

/// <summary>Reads the FileDescriptorProto that generated C# contains.</summary>
internal static class EmbeddedDescriptor
{
    /// <summary>Returns one line if the bytes differ, otherwise none.</summary>
    public static IEnumerable<string> Differences(string file, SyntaxTree expected, SyntaxTree actual)
    {
        var theirs = Read(expected);
        var ours = Read(actual);
        if (theirs is null || ours is null) yield return $"{file}: no embedded descriptor in {(theirs is null ? "protoc's" : "our")} C#";
        else if (!theirs.AsSpan().SequenceEqual(ours)) yield return $"{file}: embedded descriptor{DescriptorPath.Describe(theirs, ours)}";
    }

    /// <summary>Returns the string literals in the first call of <c>FromBase64String</c>, decoded.</summary>
    private static byte[]? Read(SyntaxTree tree)
    {
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(node => node.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "FromBase64String" });
        if (call is null) return null;
        var literals = call.ArgumentList.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(token => token.ValueText);
        return Convert.FromBase64String(string.Concat(literals));
    }
}
