using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Lexer
{
    /// <summary>Reads a point, which is either a symbol or the start of a number.</summary>
    private void ReadPoint()
    {
        _position++;
        if (!CharClass.IsDigit(Peek))
        {
            EndToken(TokenKind.Symbol);
            Current.Symbol = (byte)'.';
            return;
        }

        _position++;
        if (Previous.Kind == TokenKind.Identifier && Previous.Line == Current.Line && Previous.EndColumn == Current.Column)
        {
            diagnostics.Add(
                SyntaxDiagnostics.SpaceBeforeDecimalPoint, _line, Column - 2, TextSpan.FromBounds(Current.Start, _position));
        }

        EndToken(ReadDecimal(isFloat: true));
    }

    private TokenKind ReadNumber()
    {
        var startsWithZero = Peek == '0';
        _position++;
        if (startsWithZero && (Peek | 0x20) == 'x')
        {
            _position++;
            ReadDigits(CharClass.IsHexDigit, SyntaxDiagnostics.HexNumberDigits);
            return EndNumber(TokenKind.Integer);
        }

        if (startsWithZero && CharClass.IsDigit(Peek))
        {
            ReadOctal();
            return EndNumber(TokenKind.Integer);
        }

        return ReadDecimal(isFloat: false);
    }

    private void ReadOctal()
    {
        while (CharClass.IsOctalDigit(Peek))
        {
            _position++;
        }

        if (CharClass.IsDigit(Peek))
        {
            AddError(SyntaxDiagnostics.OctalDigits);
            SkipDigits();
        }
    }

    private TokenKind ReadDecimal(bool isFloat)
    {
        SkipDigits();
        if (!isFloat && Peek == '.')
        {
            isFloat = true;
            _position++;
            SkipDigits();
        }

        if ((Peek | 0x20) == 'e')
        {
            isFloat = true;
            _position++;
            if (Peek is (byte)'-' or (byte)'+')
            {
                _position++;
            }

            ReadDigits(CharClass.IsDigit, SyntaxDiagnostics.ExponentDigits);
        }

        return EndNumber(isFloat ? TokenKind.Float : TokenKind.Integer);
    }

    private TokenKind EndNumber(TokenKind kind)
    {
        if (CharClass.IsLetter(Peek))
        {
            AddError(SyntaxDiagnostics.SpaceAfterNumber);
        }
        else if (Peek == '.')
        {
            AddError(kind == TokenKind.Float ? SyntaxDiagnostics.SecondDecimalPoint : SyntaxDiagnostics.HexOrOctalFraction);
        }

        return kind;
    }

    private void ReadDigits(Func<byte, bool> isDigit, DiagnosticKind missing)
    {
        if (!isDigit(Peek))
        {
            AddError(missing);
            return;
        }

        while (isDigit(Peek))
        {
            _position++;
        }
    }

    private void SkipDigits()
    {
        while (CharClass.IsDigit(Peek))
        {
            _position++;
        }
    }
}
