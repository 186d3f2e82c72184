namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <summary>The kinds of tokens in text format.</summary>
internal enum TextTokenKind : byte
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A letter or underscore, then letters, digits and underscores.</summary>
    Identifier,

    /// <summary>Decimal, octal or hexadecimal.</summary>
    Integer,

    /// <summary>A number with a point, an exponent or the suffix f.</summary>
    Float,

    /// <summary>A quoted string, quotes included.</summary>
    String,

    /// <summary>Any other single byte.</summary>
    Symbol,

    /// <summary>Characters that are valid in a type URL between brackets.</summary>
    UrlCharacters,
}
