using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <summary>Splits an aggregate value in text format into tokens.</summary>
/// <remarks>
/// The lexer of the file has already replaced the comments of .proto files by blanks. In text format <c>#</c> starts a comment too. Errors
/// have no position, because protoc reports all of them at the start of the option's value.
/// </remarks>
internal sealed class TextFormatLexer(byte[] text, Action<string> reportError)
{
    private int _position;

    /// <summary>Gets the kind of the current token.</summary>
    public TextTokenKind Kind { get; private set; }

    /// <summary>Gets the start offset of the current token.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the end offset of the current token.</summary>
    public int End { get; private set; }

    /// <summary>Gets or sets whether the next token is read as part of a type URL.</summary>
    public bool ReadsUrl { get; set; }

    /// <summary>Gets the bytes of the whole text.</summary>
    public byte[] Bytes => text;

    /// <summary>Gets the text of the current token; empty at the end.</summary>
    public string Text => Utf8.GetString(text, Start, End - Start);

    /// <summary>Returns whether the current token is the given character.</summary>
    public bool IsAt(char symbol) => End - Start == 1 && text[Start] == symbol && Kind != TextTokenKind.End;

    /// <summary>Reads the next token.</summary>
    public void Next()
    {
        SkipBlanks();
        Start = _position;
        Kind = _position >= text.Length ? TextTokenKind.End : ReadsUrl ? ReadUrlToken() : ReadToken(text[_position]);
        End = _position;
    }

    private static bool IsUrlCharacter(byte c) =>
        CharClass.IsAlphanumeric(c) || c is (byte)'-' or (byte)'.' or (byte)'~' or (byte)'!' or (byte)'$' or (byte)'&' or (byte)'('
            or (byte)')' or (byte)'*' or (byte)'+' or (byte)',' or (byte)';' or (byte)'=' or (byte)'%' or (byte)'/';

    private void SkipBlanks()
    {
        while (_position < text.Length)
        {
            var c = text[_position];
            if (c == '#') SkipComment();
            else if (c > ' ') return;
            else if (c == '\n' || CharClass.IsSpaceInLine(c)) _position++;
            else SkipControlCharacters();
        }
    }

    private void SkipComment()
    {
        while (_position < text.Length && text[_position] != '\n') _position++;
    }

    private void SkipControlCharacters()
    {
        reportError("Invalid control characters encountered in text.");
        while (_position < text.Length && text[_position] < ' ') _position++;
    }

    private TextTokenKind ReadUrlToken()
    {
        if (!IsUrlCharacter(text[_position])) return ReadSymbol();
        while (_position < text.Length && IsUrlCharacter(text[_position])) _position++;
        return TextTokenKind.UrlCharacters;
    }

    private TextTokenKind ReadToken(byte first)
    {
        if (CharClass.IsLetter(first))
        {
            while (_position < text.Length && CharClass.IsAlphanumeric(text[_position])) _position++;
            return TextTokenKind.Identifier;
        }

        if (CharClass.IsDigit(first) || (first == '.' && CharClass.IsDigit(PeekAt(1)))) return ReadNumber(first);
        return first is (byte)'"' or (byte)'\'' ? ReadString(first) : ReadSymbol();
    }

    private TextTokenKind ReadSymbol()
    {
        if (text[_position] >= 0x80) reportError($"Interpreting non ascii codepoint {text[_position]}.");
        _position++;
        return TextTokenKind.Symbol;
    }

    private TextTokenKind ReadString(byte quote)
    {
        _position++;
        while (_position < text.Length && text[_position] != quote)
        {
            _position += text[_position] == '\\' && _position + 1 < text.Length ? 2 : 1;
        }

        if (_position < text.Length) _position++;
        else reportError("Unexpected end of string.");
        return TextTokenKind.String;
    }

    private TextTokenKind ReadNumber(byte first)
    {
        var isFloat = false;
        if (first == '0' && (PeekAt(1) | 0x20) == 'x')
        {
            _position += 2;
            while (CharClass.IsHexDigit(PeekAt(0))) _position++;
        }
        else if (first == '0' && CharClass.IsDigit(PeekAt(1)))
        {
            SkipDigits();
        }
        else
        {
            isFloat = ReadDecimal();
        }

        if (CharClass.IsLetter(PeekAt(0)))
        {
            reportError("Need space between number and identifier.");
        }
        else if (PeekAt(0) == '.')
        {
            reportError(
                isFloat ? "Already saw decimal point or exponent; can't have another one." : "Hex and octal numbers must be integers.");
        }

        return isFloat ? TextTokenKind.Float : TextTokenKind.Integer;
    }

    /// <summary>Reads a decimal number and returns whether it is a float.</summary>
    private bool ReadDecimal()
    {
        var isFloat = false;
        SkipDigits();
        if (PeekAt(0) == '.')
        {
            isFloat = true;
            _position++;
            SkipDigits();
        }

        if ((PeekAt(0) | 0x20) == 'e')
        {
            isFloat = true;
            _position++;
            if (PeekAt(0) is (byte)'-' or (byte)'+') _position++;
            if (!CharClass.IsDigit(PeekAt(0))) reportError("\"e\" must be followed by exponent.");
            SkipDigits();
        }

        if ((PeekAt(0) | 0x20) != 'f') return isFloat;
        _position++;
        return true;
    }

    private void SkipDigits()
    {
        while (CharClass.IsDigit(PeekAt(0))) _position++;
    }

    /// <summary>Returns the byte at a distance from the position; 0 after the end.</summary>
    private byte PeekAt(int distance) => _position + distance < text.Length ? text[_position + distance] : (byte)0;
}
