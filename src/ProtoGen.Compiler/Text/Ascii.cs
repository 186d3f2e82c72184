namespace ProtoGen.Compiler.Text;

/// <summary>Classifies and converts ASCII characters. Other characters belong to no class, whatever the culture.</summary>
internal static class Ascii
{
    internal static bool IsLower(char c) => c is >= 'a' and <= 'z';

    internal static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    internal static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Returns whether a character can be part of an identifier of a .proto file.</summary>
    internal static bool IsIdentifierPart(char c) => IsLower(c) || IsUpper(c) || IsDigit(c) || c == '_';

    /// <summary>Returns whether a text is an identifier of a .proto file.</summary>
    internal static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || IsDigit(text[0])) return false;
        foreach (var c in text)
            if (!IsIdentifierPart(c)) return false;
        return true;
    }

    internal static char ToUpper(char c) => IsLower(c) ? (char)(c - 'a' + 'A') : c;

    internal static char ToLower(char c) => IsUpper(c) ? (char)(c - 'A' + 'a') : c;

    internal static string ToLower(string text) =>
        text.Any(IsUpper) ? new string([.. text.Select(ToLower)]) : text;
}
