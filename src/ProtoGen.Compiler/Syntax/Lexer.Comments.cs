using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Lexer
{
    private readonly CommentSorter _comments = new();

    private enum CommentStart
    {
        None,
        Line,
        Block,
        Slash,
    }

    /// <summary>
    /// Reads the next token and assigns the comments before it, as protoc does, to the previous declaration, to the next one or to neither.
    /// </summary>
    /// <remarks>The result is valid until the next call.</remarks>
    public CommentSorter NextWithComments()
    {
        var comments = _comments;
        comments.Clear();
        var previousLine = _line;
        var trailingEndLine = -1;
        if (Current.Kind == TokenKind.Start)
        {
            if (!SkipByteOrderMark())
            {
                return comments;
            }

            comments.DetachFromPrevious();
            previousLine = -1;
        }
        else
        {
            SkipSpaceInLine();
            switch (ReadCommentStart())
            {
                case CommentStart.Line:
                    trailingEndLine = _line;
                    comments.AddLine(SkipLineComment());
                    comments.Flush();
                    break;
                case CommentStart.Block:
                    comments.AddBlock(SkipBlockComment());
                    trailingEndLine = _line;
                    SkipSpaceInLine();
                    comments.Flush();
                    break;
                case CommentStart.Slash:
                    return comments;
                default:
                    if (!TryAdvance((byte)'\n'))
                    {
                        Next();
                        return comments;
                    }

                    break;
            }
        }

        ReadCommentLines(comments, previousLine, trailingEndLine);
        return comments;
    }

    /// <summary>Reads the comments on the lines after the previous token, up to the next token.</summary>
    private void ReadCommentLines(CommentSorter comments, int previousLine, int trailingEndLine)
    {
        while (true)
        {
            SkipSpaceInLine();
            switch (ReadCommentStart())
            {
                case CommentStart.Line:
                    comments.AddLine(SkipLineComment());
                    continue;
                case CommentStart.Block:
                    comments.AddBlock(SkipBlockComment());
                    SkipSpaceInLine();
                    TryAdvance((byte)'\n');
                    continue;
                case CommentStart.Slash:
                    comments.Finish();
                    return;
            }

            if (TryAdvance((byte)'\n'))
            {
                comments.Flush();
                comments.DetachFromPrevious();
                continue;
            }

            Next();
            if (Current.Kind == TokenKind.End || Current.Symbol is (byte)'}' or (byte)']' or (byte)')')
            {
                // No declaration that a comment could belong to follows the end of a scope.
                comments.Flush();
            }

            if (Current.Kind != TokenKind.End && (previousLine == _line || trailingEndLine == _line))
            {
                comments.DetachSingle();
            }

            comments.Finish();
            return;
        }
    }

    private bool SkipByteOrderMark()
    {
        if (!TryAdvance(0xEF) || (TryAdvance(0xBB) && TryAdvance(0xBF)))
        {
            return true;
        }

        AddError(SyntaxDiagnostics.ByteOrderMark);
        return false;
    }

    private void SkipWhitespace()
    {
        var text = _text;
        while (_position < text.Length)
        {
            var c = text[_position];
            if (c == ' ')
            {
                _position++;
            }
            else if (c == '\n' || CharClass.IsSpaceInLine(c))
            {
                Advance();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipSpaceInLine()
    {
        while (CharClass.IsSpaceInLine(Peek))
        {
            Advance();
        }
    }

    /// <summary>Skips the two characters that begin a comment. A single slash becomes the current token.</summary>
    private CommentStart ReadCommentStart()
    {
        if (Peek != '/')
        {
            return CommentStart.None;
        }

        _position++;
        var second = Peek;
        if (second is (byte)'/' or (byte)'*')
        {
            _position++;
            return second == '/' ? CommentStart.Line : CommentStart.Block;
        }

        _position--;
        StartToken();
        _position++;
        EndToken(TokenKind.Symbol);
        Current.Symbol = (byte)'/';
        return CommentStart.Slash;
    }

    /// <summary>Skips the rest of a line comment with its line feed and returns the whole comment.</summary>
    private TextSpan SkipLineComment()
    {
        var start = _position - 2;
        var lineFeed = Array.IndexOf(_text, (byte)'\n', _position);
        var end = lineFeed < 0 ? _text.Length : lineFeed;
        var zero = Array.IndexOf(_text, (byte)0, _position, end - _position);
        if (zero >= 0 || lineFeed < 0)
        {
            // A diagnostic may still be reported on this line, so its tabs must be counted.
            var stop = zero >= 0 ? zero : end;
            while (_position < stop)
            {
                Advance();
            }
        }
        else
        {
            _position = end;
            Advance();
        }

        return TextSpan.FromBounds(start, _position);
    }

    /// <summary>Skips the rest of a block comment and returns the whole comment.</summary>
    private TextSpan SkipBlockComment()
    {
        var start = _position - 2;
        var startLine = _line;
        var startColumn = Column - 2;
        while (true)
        {
            var c = Peek;
            if (c == 0)
            {
                AddError(SyntaxDiagnostics.EndOfFileInComment);
                diagnostics.Add(SyntaxDiagnostics.CommentStart, startLine, startColumn, new TextSpan(start, 2));
                break;
            }

            Advance();
            if (c == '*' && Peek == '/')
            {
                _position++;
                break;
            }

            if (c == '/' && Peek == '*')
            {
                AddError(SyntaxDiagnostics.NestedBlockComment);
            }
        }

        return TextSpan.FromBounds(start, _position);
    }
}
