namespace ProtoGen.Compiler.Project.UserCode;

/// <summary>Splits C# text into identifiers and punctuation, without comments, literals and preprocessor directives.</summary>
/// <remarks>
/// Both hosts use it, because the MSBuild task has no C# compiler and both must get the same result. The expressions in interpolated
/// strings are returned as if they were in parentheses.
/// </remarks>
internal sealed class CSharpTokens(string text)
{
    private readonly List<string> _tokens = [];
    private int _position;

    /// <summary>Returns the tokens of a text. <c>=&gt;</c> is one token, <c>::</c> becomes a dot, and literals are omitted.</summary>
    public static List<string> Read(string text)
    {
        var reader = new CSharpTokens(text);
        reader.ReadAll();
        return reader._tokens;
    }

    /// <summary>Returns whether a token is an identifier or a keyword.</summary>
    public static bool IsWord(string token) => IsWordPart(token[0]);

    private void ReadAll()
    {
        while (_position < text.Length) ReadNext();
    }

    private void ReadNext()
    {
        var c = text[_position];
        if (char.IsWhiteSpace(c)) _position++;
        else if (c == '#') SkipLine();
        else if (c == '/' && Peek(1) == '/') SkipLine();
        else if (c == '/' && Peek(1) == '*') SkipComment();
        else if (c is '"' or '\'' || StartsString()) SkipLiteral();
        else if (IsWordPart(c) || (c == '@' && IsWordPart(Peek(1)))) ReadWord();
        else ReadPunctuation();
    }

    private char Peek(int offset) => _position + offset < text.Length ? text[_position + offset] : '\0';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private void ReadWord()
    {
        if (text[_position] == '@') _position++;
        var start = _position;
        while (_position < text.Length && IsWordPart(text[_position])) _position++;
        _tokens.Add(text.Substring(start, _position - start));
    }

    private void ReadPunctuation()
    {
        var c = text[_position];
        if (c == '=' && Peek(1) == '>')
        {
            _tokens.Add("=>");
            _position += 2;
        }
        else if (c == ':' && Peek(1) == ':')
        {
            _tokens.Add(".");
            _position += 2;
        }
        else
        {
            _tokens.Add(c.ToString());
            _position++;
        }
    }

    private void SkipLine()
    {
        while (_position < text.Length && text[_position] != '\n') _position++;
    }

    private void SkipComment()
    {
        var end = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        _position = end < 0 ? text.Length : end + 2;
    }

    private bool StartsString()
    {
        var offset = 0;
        while (Peek(offset) is '$' or '@') offset++;
        return offset > 0 && Peek(offset) == '"';
    }

    private void SkipLiteral()
    {
        var isVerbatim = false;
        var dollars = 0;
        for (; text[_position] is '$' or '@'; _position++)
        {
            if (text[_position] == '@') isVerbatim = true;
            else dollars++;
        }

        var quote = text[_position];
        var quotes = CountRun('"');
        if (quotes >= 3 && !isVerbatim)
        {
            SkipRawString(quotes, dollars);
            return;
        }

        for (_position++; _position < text.Length; _position++)
        {
            var c = text[_position];
            if (c == '\\' && !isVerbatim) _position++;
            else if (c == quote && isVerbatim && Peek(1) == quote) _position++;
            else if (c == '{' && dollars > 0 && Peek(1) == '{') _position++;
            else if (c == '{' && dollars > 0) ReadInterpolation();
            else if (c == quote || (c == '\n' && !isVerbatim)) break;
        }

        _position++;
    }

    // An expression starts with as many braces as there are dollar signs; the braces before these are text.
    private void SkipRawString(int quotes, int dollars)
    {
        _position += quotes;
        while (_position < text.Length)
        {
            var braces = dollars > 0 ? CountRun('{') : 0;
            if (braces > 0 && braces >= dollars)
            {
                _position += braces - 1;
                ReadInterpolation();
                _position += dollars;
                continue;
            }

            var run = CountRun('"');
            _position += Math.Max(1, run);
            if (run >= quotes) return;
        }
    }

    private int CountRun(char c)
    {
        var count = 0;
        while (Peek(count) == c) count++;
        return count;
    }

    // Stops at the closing brace, which the caller skips. A colon outside parentheses starts the format.
    private void ReadInterpolation()
    {
        _tokens.Add("(");
        var depth = 0;
        for (_position++; _position < text.Length && (depth > 0 || text[_position] is not ('}' or ':'));)
        {
            if (text[_position] is '(' or '[' or '{') depth++;
            else if (text[_position] is ')' or ']' or '}') depth--;
            ReadNext();
        }

        while (_position < text.Length && text[_position] != '}') _position++;
        _tokens.Add(")");
    }
}
