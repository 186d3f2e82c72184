using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoGen.Differential.Api;

/// <summary>Reads the public and protected declarations of generated C#, by syntax alone: both sides name all types in full.</summary>
public sealed class DeclarationReader
{
    private static readonly HashSet<string> AttributesThatMatter =
    [
        "Obsolete", "OriginalName", "Serializable", "DebuggerDisplay", "BindServiceMethod",
    ];

    private readonly Dictionary<string, string> _aliases = [];
    private readonly List<Declaration> _declarations = [];

    private DeclarationReader()
    {
    }

    /// <summary>Returns the declarations of one file; null if the text is not C#.</summary>
    public static IReadOnlyList<Declaration>? Read(SyntaxTree tree)
    {
        if (tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return null;
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var reader = new DeclarationReader();
        foreach (var alias in root.Usings.Where(directive => directive.Alias is not null))
            reader._aliases[alias.Alias!.Name.Identifier.Text] = alias.NamespaceOrType.ToString();
        reader.ReadMembers(root.Members, "", isInterfaceOrEnum: false);
        return reader._declarations;
    }

    private void ReadMembers(IEnumerable<MemberDeclarationSyntax> members, string scope, bool isInterfaceOrEnum)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
                ReadMembers(space.Members, scope + Unescaped(space.Name.ToString()) + ".", isInterfaceOrEnum: false);
            else if (isInterfaceOrEnum || IsVisible(member.Modifiers))
                ReadMember(member, scope);
        }
    }

    private void ReadMember(MemberDeclarationSyntax member, string scope)
    {
        var modifiers = Modifiers(member);
        switch (member)
        {
            case EnumDeclarationSyntax type:
                Add("enum", scope + Name(type.Identifier), modifiers);
                ReadMembers(type.Members, scope + Name(type.Identifier) + ".", isInterfaceOrEnum: true);
                break;
            case TypeDeclarationSyntax type:
                Add(type.Keyword.Text, scope + Name(type.Identifier), modifiers);
                foreach (var baseType in type.BaseList?.Types ?? default)
                    Add("base", scope + Name(type.Identifier) + " : " + Type(baseType.Type), "");
                ReadMembers(type.Members, scope + Name(type.Identifier) + ".", isInterfaceOrEnum: false);
                break;
            case EnumMemberDeclarationSyntax value:
                Add("value", scope + Name(value.Identifier), $"{modifiers} = {value.EqualsValue?.Value}");
                break;
            case PropertyDeclarationSyntax property:
                Add("property", scope + Name(property.Identifier), $"{modifiers} {Type(property.Type)} {Accessors(property)}");
                break;
            case FieldDeclarationSyntax field:
                // protoc makes this field internal only in descriptor.proto, because Google.Protobuf itself uses it.
                foreach (var variable in field.Declaration.Variables.Where(variable => variable.Identifier.Text != "_extensions"))
                {
                    Add(
                        "field", scope + Name(variable.Identifier),
                        $"{modifiers} {Type(field.Declaration.Type)}{Constant(field, variable)}");
                }

                break;
            case MethodDeclarationSyntax method:
                Add(
                    "method", scope + Name(method.Identifier) + method.TypeParameterList + Types(method.ParameterList),
                    $"{modifiers} {Type(method.ReturnType)} {Names(method.ParameterList)}");
                break;
            case ConstructorDeclarationSyntax constructor:
                Add("constructor", scope + Types(constructor.ParameterList), $"{modifiers} {Names(constructor.ParameterList)}");
                break;
            default:
                Add(member.Kind().ToString(), scope + member, modifiers);
                break;
        }
    }

    private void Add(string kind, string name, string signature) => _declarations.Add(new Declaration(kind + " " + name, signature.Trim()));

    private static bool IsVisible(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.ProtectedKeyword) || modifiers.Any(SyntaxKind.InternalKeyword)
        || modifiers.Any(SyntaxKind.StaticKeyword) && modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Gets the relevant attributes and the modifiers, sorted, without new, which only silences a warning.</summary>
    private static string Modifiers(MemberDeclarationSyntax member)
    {
        var attributes = member.AttributeLists.SelectMany(list => list.Attributes).Where(Matters).Select(AttributeText);
        var modifiers = member.Modifiers.Where(token => !token.IsKind(SyntaxKind.NewKeyword)).Select(token => token.Text);
        return string.Join(' ', attributes.Concat(modifiers).Order(StringComparer.Ordinal));
    }

    private static bool Matters(AttributeSyntax attribute) => AttributesThatMatter.Contains(ShortName(attribute));

    private static string AttributeText(AttributeSyntax attribute) =>
        $"[{ShortName(attribute)}{attribute.ArgumentList?.ToString().Replace("@", "")}]";

    private static string ShortName(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString();
        name = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }

    private static string Accessors(PropertyDeclarationSyntax property) => property.AccessorList is { } list
        ? string.Join(
            ' ', list.Accessors.Select(accessor => $"{accessor.Modifiers} {accessor.Keyword.Text}".Trim()).Order(StringComparer.Ordinal))
        : "get";

    private static string Constant(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable) =>
        field.Modifiers.Any(SyntaxKind.ConstKeyword) ? " = " + variable.Initializer?.Value : "";

    private string Types(ParameterListSyntax list) =>
        "(" + string.Join(", ", list.Parameters.Select(parameter => $"{parameter.Modifiers} {Type(parameter.Type!)}".Trim())) + ")";

    private static string Names(ParameterListSyntax list) =>
        "(" + string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text + parameter.Default)) + ")";

    /// <summary>Returns the type with aliases resolved and without spaces and escapes.</summary>
    private string Type(TypeSyntax type)
    {
        var text = Unescaped(type.ToString().Replace(" ", ""));
        foreach ((var alias, var target) in _aliases) text = text.Replace(alias + "::", target + ".");
        return text;
    }

    private static string Name(SyntaxToken identifier) => identifier.ValueText;

    private static string Unescaped(string name) => name.Replace("@", "");
}
