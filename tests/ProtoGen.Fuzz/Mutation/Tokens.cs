using System.Text.RegularExpressions;

namespace ProtoGen.Fuzz.Mutation;

/// <summary>Splits a text roughly into tokens, whose concatenation is the text.</summary>
internal static partial class Tokens
{
    /// <summary>Words, numbers, strings, comments, blanks and single characters.</summary>
    public static List<string> Split(string text) => [.. Pattern().Matches(text).Select(match => match.Value)];

    /// <summary>Returns whether the token is neither white space nor a comment.</summary>
    public static bool IsCode(string token) =>
        !char.IsWhiteSpace(token[0]) && !token.StartsWith("//", StringComparison.Ordinal)
            && !token.StartsWith("/*", StringComparison.Ordinal);

    [GeneratedRegex(
        """\s+|//[^\n]*|/\*[\s\S]*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[A-Za-z_][A-Za-z0-9_]*|[0-9][A-Za-z0-9_.]*|[\s\S]""")]
    private static partial Regex Pattern();
}
