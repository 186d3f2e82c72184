using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoGen.Compiler.Collections;

namespace ProtoGen.SourceGenerator.OtherGenerators;

/// <summary>Finds the types in user code that other source generators process.</summary>
/// <remarks>
/// Source generators do not see each other's output. To them a type that ProtoGen generates is unknown, and the user gets errors in the
/// other generator's code that do not reveal the cause.
/// </remarks>
internal static class TypeUseFinder
{
    // The attributes that mark the input of other generators, without the suffix Attribute.
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "LoggerMessage", "JsonSerializable", "ObservableProperty", "RelayCommand", "Mapper", "MemoryPackable", "GenerateShape",
    };

    /// <summary>Returns whether a node is an attribute of a known generator.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) =>
        node is AttributeSyntax attribute && Attributes.Contains(GetName(attribute));

    /// <summary>Returns the unknown types in the declaration that has the attribute, and in the attribute itself.</summary>
    public static EquatableArray<TypeUse> Find(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var attribute = (AttributeSyntax)context.Node;
        List<TypeUse>? found = null;
        foreach (var type in GetTypes(attribute).SelectMany(GetNames))
        {
            cancellation.ThrowIfCancellationRequested();
            if (context.SemanticModel.GetTypeInfo(type, cancellation).Type is IErrorTypeSymbol)
                (found ??= []).Add(TypeUse.Create(GetName(attribute), type.Identifier.ValueText, type));
        }

        return found is null ? default : new(found.ToArray());
    }

    private static IEnumerable<TypeSyntax> GetTypes(AttributeSyntax attribute)
    {
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is TypeOfExpressionSyntax typeOf)
                yield return typeOf.Type;
        }

        foreach (var member in GetMembers(attribute.Parent?.Parent))
        {
            foreach (var signature in GetSignature(member))
                yield return signature;
        }
    }

    private static SyntaxList<MemberDeclarationSyntax> GetMembers(SyntaxNode? declaration) => declaration switch
    {
        TypeDeclarationSyntax type => type.Members,
        MemberDeclarationSyntax member => SyntaxFactory.SingletonList(member),
        _ => default,
    };

    private static IEnumerable<TypeSyntax> GetSignature(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case MethodDeclarationSyntax method:
                yield return method.ReturnType;
                foreach (var parameter in method.ParameterList.Parameters)
                {
                    if (parameter.Type is { } type)
                        yield return type;
                }

                break;
            case FieldDeclarationSyntax field:
                yield return field.Declaration.Type;
                break;
            case PropertyDeclarationSyntax property:
                yield return property.Type;
                break;
        }
    }

    // List<Demo.Reply> contains the names List and Reply, because only the last part of a qualified name is a type.
    private static IEnumerable<SimpleNameSyntax> GetNames(TypeSyntax type) =>
        from name in type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        where name.Parent is not QualifiedNameSyntax qualified || qualified.Right == name
        where name.Parent is not AliasQualifiedNameSyntax alias || alias.Name == name
        select name;

    private static string GetName(AttributeSyntax attribute)
    {
        const string suffix = "Attribute";
        var name = attribute.Name is QualifiedNameSyntax qualified
            ? qualified.Right.Identifier.ValueText
            : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
