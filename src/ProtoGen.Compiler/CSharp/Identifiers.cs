using System.Globalization;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Checks and escapes C# identifiers.</summary>
public static class Identifiers
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long",
        "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
        // Contextual keywords that cannot name a type, or that mean something else in the position of a type.
        "allows", "async", "await", "dynamic", "extension", "field", "file", "global", "managed", "nameof", "nint", "notnull", "nuint",
        "partial", "record", "required", "scoped", "unmanaged", "value", "var", "when", "where", "with", "yield",
        // A discard in a pattern.
        "_",
    };

    /// <summary>Returns the name, with a leading <c>@</c> if it is a keyword.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Returns the dotted name with each part escaped.</summary>
    public static string EscapeDotted(string name)
    {
        if (name.IndexOf('.') < 0) return Escape(name);
        var parts = name.Split('.');
        for (var i = 0; i < parts.Length; i++) parts[i] = Escape(parts[i]);
        return string.Join(".", parts);
    }

    /// <summary>Returns whether the text is an identifier or a keyword.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || !IsStart(text[0])) return false;
        for (var i = 1; i < text.Length; i++)
        {
            if (!IsPart(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Returns whether a text is a namespace: identifiers with dots between them, each with an optional <c>@</c>. The empty text is the
    /// global namespace.
    /// </summary>
    public static bool IsNamespace(string text)
    {
        if (text.Length == 0) return true;
        foreach (var part in text.Split('.'))
        {
            if (!IsIdentifier(part.StartsWith("@", StringComparison.Ordinal) ? part.Substring(1) : part))
                return false;
        }

        return true;
    }

    private static bool IsStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => IsStart(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or
        UnicodeCategory.ConnectorPunctuation;
}
