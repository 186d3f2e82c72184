using Microsoft.CodeAnalysis;

namespace ProtoGen.Differential.Api;

/// <summary>Finds declarations of protoc's C# that are missing from ProtoGen's or differ. Added declarations are not differences.</summary>
public static class ApiComparison
{
    /// <summary>Returns the declarations of protoc's C#; null if it cannot be compared.</summary>
    /// <remarks>protoc's code is invalid C# where a keyword is not escaped or names collide.</remarks>
    public static IReadOnlyList<Declaration>? ReadExpected(SyntaxTree tree) =>
        DeclarationReader.Read(tree) is { } declarations && !HasCollisions(declarations) ? declarations : null;

    /// <summary>Returns one line for each difference.</summary>
    public static IEnumerable<string> Differences(string file, IReadOnlyList<Declaration> theirs, SyntaxTree actual)
    {
        if (DeclarationReader.Read(actual) is not { } ours)
        {
            yield return $"{file}: our output is not C#";
            yield break;
        }

        var found = InheritedMembers.AddTo(ours).ToLookup(declaration => declaration.Key, declaration => declaration.Signature);
        var declared = theirs.ToLookup(declaration => declaration.Key, declaration => declaration.Signature);
        foreach (var declaration in theirs)
        {
            // protoc's code with two members of the same name does not compile; ProtoGen renames one of them.
            if (declared[declaration.Key].Distinct().Count() > 1 && found[declaration.Key].Intersect(declared[declaration.Key]).Any())
                continue;
            if (IsInTypesOfTypes(declaration)) continue;
            if (!found.Contains(declaration.Key))
            {
                yield return $"{file}: missing: {declaration.Key} [{declaration.Signature}]";
            }
            else if (!found[declaration.Key].Contains(declaration.Signature))
            {
                yield return $"{file}: {declaration.Key}: is [{found[declaration.Key].First()}], protoc's is [{declaration.Signature}]";
            }
        }
    }

    /// <summary>
    /// Returns whether names collide, such as <c>HasA</c> for the presence of <c>a</c> and for the field <c>has_a</c>: protoc's code
    /// doesn't compile.
    /// </summary>
    private static bool HasCollisions(IReadOnlyList<Declaration> declarations) =>
        declarations
            .GroupBy(declaration => declaration.Key[(declaration.Key.IndexOf(' ') + 1)..].Split('(', '<', ' ')[0])
            .Any(group => group.Count() > 1 && group.Any(IsFieldOrProperty));

    // The enum `Types` in compute.proto: C# allows no type with the name of the type around it, so ProtoGen renames it.
    private static bool IsInTypesOfTypes(Declaration declaration) => declaration.Key.Contains(".Types.Types", StringComparison.Ordinal);

    private static bool IsFieldOrProperty(Declaration declaration) =>
        declaration.Key.StartsWith("field ", StringComparison.Ordinal) || declaration.Key.StartsWith("property ", StringComparison.Ordinal);
}
