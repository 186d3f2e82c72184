using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Project.UserCode;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>Reads the partial classes of the project.</summary>
internal static class PartialClassReader
{
    // The compiler calls Read again for each class after each edit, but only an edited file has a new syntax tree.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<EquatableArray<PartialClass>>> ByTree = new();

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> WrittenByProtoGen = new();

    /// <summary>Returns whether a node is a partial class that ProtoGen did not write.</summary>
    /// <remarks>With 300 files of the build task, reading their classes took a second of the C# compiler's time.</remarks>
    public static bool IsPartialClass(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax type
        && type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !WrittenByProtoGen.GetValue(node.SyntaxTree, HasHeader).Value;

    /// <summary>Returns all partial classes of the file that contains a partial class.</summary>
    public static EquatableArray<PartialClass> Read(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        ByTree.GetValue(
            context.Node.SyntaxTree,
            static tree => new StrongBox<EquatableArray<PartialClass>>(PartialClassScanner.Scan(tree.GetText().ToString()))).Value;

    private static StrongBox<bool> HasHeader(SyntaxTree tree) => new(FileHeader.IsIn(ProtocCodeReader.GetStart(tree.GetText())));
}
