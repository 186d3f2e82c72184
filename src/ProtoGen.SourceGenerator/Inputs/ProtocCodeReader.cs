using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.Project.Output;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>Finds the C# files of the project that protoc or grpc_csharp_plugin generated.</summary>
internal static class ProtocCodeReader
{
    /// <summary>Returns whether a node is a top-level partial class, like those that protoc and grpc_csharp_plugin generate.</summary>
    public static bool IsTopLevelClass(SyntaxNode node, CancellationToken cancellation) =>
        node.Parent is not TypeDeclarationSyntax && PartialClassReader.IsPartialClass(node, cancellation);

    /// <summary>Returns the start of a C# file, which in generated files names the generator.</summary>
    public static string GetStart(SourceText text) => text.ToString(new TextSpan(0, Math.Min(text.Length, ProtocCode.HeaderLength)));

    /// <summary>Returns the class if its file has protoc's header; otherwise null.</summary>
    public static ProtocCode? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (ProtocCode.FindSource(GetStart(context.Node.SyntaxTree.GetText(cancellation))) is null) return null;
        var name = ((ClassDeclarationSyntax)context.Node).Identifier.ValueText;
        for (var parent = context.Node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is BaseNamespaceDeclarationSyntax scope)
                name = scope.Name.ToString().Replace("@", "") + "." + name;
        }

        return new ProtocCode(name, context.Node.SyntaxTree.FilePath);
    }
}
