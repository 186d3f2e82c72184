using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind : byte
{
    /// <summary>Nothing has been read yet.</summary>
    Start,

    /// <summary>The end of the file.</summary>
    End,

    /// <summary>A letter or underscore, then letters, digits and underscores.</summary>
    Identifier,

    /// <summary>A decimal, octal or hexadecimal integer.</summary>
    Integer,

    /// <summary>A number with a point or an exponent.</summary>
    Float,

    /// <summary>A quoted string, quotes included.</summary>
    String,

    /// <summary>Any other single byte.</summary>
    Symbol,
}

/// <summary>A token: a range of the text with its line and columns. Tokens never span lines.</summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>The byte of a symbol; 0 for other tokens.</summary>
    public byte Symbol;

    /// <summary>The keyword that an identifier spells; None for others.</summary>
    public Keyword Keyword;

    /// <summary>The hash of an identifier, for the <see cref="NamePool"/>.</summary>
    public uint Hash;

    public int Start;
    public int End;
    public int Line;
    public int Column;
    public int EndColumn;

    public readonly TextSpan Span => TextSpan.FromBounds(Start, End);
}
