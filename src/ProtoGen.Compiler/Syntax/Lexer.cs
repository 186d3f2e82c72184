using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Reads the tokens of a file from its bytes.</summary>
/// <remarks>Columns are counted as protoc counts them: in bytes, with tab stops every 8.</remarks>
internal sealed partial class Lexer(SourceText source, DiagnosticCollector diagnostics)
{
    private const int TabWidth = 8;

    private readonly byte[] _text = source.Bytes;
    private int _position;
    private int _line;
    private int _lineStart;

    /// <summary>The columns that the tabs of the current line add to the characters after them.</summary>
    private int _tabColumns;

    /// <summary>The token that was read last.</summary>
    public Token Current;

    /// <summary>The token before the current one.</summary>
    public Token Previous;

    private bool IsAtEnd => _position >= _text.Length;

    /// <summary>Gets the byte at the position. At the end it is 0, which no token contains.</summary>
    private byte Peek => _position < _text.Length ? _text[_position] : (byte)0;

    private int Column => _position - _lineStart + _tabColumns;

    /// <summary>Reads the next token and skips white space and comments before it.</summary>
    public void Next()
    {
        Previous = Current;
        while (!IsAtEnd)
        {
            SkipWhitespace();
            switch (ReadCommentStart())
            {
                case CommentStart.Line:
                    SkipLineComment();
                    continue;
                case CommentStart.Block:
                    SkipBlockComment();
                    continue;
                case CommentStart.Slash:
                    return;
            }

            if (IsAtEnd)
            {
                break;
            }

            if (Peek < ' ')
            {
                SkipControlCharacters();
                continue;
            }

            ReadToken();
            return;
        }

        StartToken();
        EndToken(TokenKind.End);
    }

    private void ReadToken()
    {
        StartToken();
        var first = Peek;
        if (CharClass.IsLetter(first))
        {
            ReadIdentifier();
        }
        else if (CharClass.IsDigit(first))
        {
            EndToken(ReadNumber());
        }
        else if (first == '.')
        {
            ReadPoint();
        }
        else if (first is (byte)'"' or (byte)'\'')
        {
            ReadString(first);
            EndToken(TokenKind.String);
        }
        else
        {
            ReadSymbol(first);
        }
    }

    private void ReadIdentifier()
    {
        var text = _text;
        var position = _position;
        var hash = KeywordTable.EmptyHash;
        while (position < text.Length && CharClass.IsAlphanumeric(text[position]))
        {
            hash = KeywordTable.AddToHash(hash, text[position++]);
        }

        _position = position;
        EndToken(TokenKind.Identifier);
        Current.Hash = hash;
        Current.Keyword = KeywordTable.Find(text, Current.Start, position, hash);
    }

    private void ReadSymbol(byte symbol)
    {
        if (symbol >= 0x80)
        {
            AddError(SyntaxDiagnostics.NonAscii, symbol.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        _position++;
        EndToken(TokenKind.Symbol);
        Current.Symbol = symbol;
    }

    private void SkipControlCharacters()
    {
        AddError(SyntaxDiagnostics.ControlCharacters);
        do
        {
            Advance();
        }
        while (!IsAtEnd && Peek < ' ');
    }

    private void StartToken()
    {
        Current.Start = _position;
        Current.Line = _line;
        Current.Column = Column;
    }

    private void EndToken(TokenKind kind)
    {
        Current.Kind = kind;
        Current.End = _position;
        Current.EndColumn = Column;
        Current.Symbol = 0;
        Current.Keyword = Keyword.None;
    }

    /// <summary>Moves one byte forward, counting lines and tabs.</summary>
    private void Advance()
    {
        var c = _text[_position];
        if (c == '\n')
        {
            StartLine(_position + 1);
        }
        else if (c == '\t')
        {
            _tabColumns += TabWidth - 1 - (Column % TabWidth);
        }

        _position++;
    }

    private void StartLine(int lineStart)
    {
        _line++;
        _lineStart = lineStart;
        _tabColumns = 0;
    }

    private bool TryAdvance(byte c)
    {
        if (IsAtEnd || _text[_position] != c)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void AddError(DiagnosticKind kind, params string[] arguments) =>
        diagnostics.Add(kind, _line, Column, new TextSpan(_position, IsAtEnd ? 0 : 1), arguments);
}
