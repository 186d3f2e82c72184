using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Lexer
{
    /// <summary>Reads a string up to its closing quote. Without a closing quote, it reads to the end of the line or of the text.</summary>
    private void ReadString(byte quote)
    {
        _position++;
        while (true)
        {
            var c = Peek;
            if (c == 0)
            {
                AddError(SyntaxDiagnostics.UnexpectedEndOfString);
                return;
            }

            if (c == '\n')
            {
                AddError(SyntaxDiagnostics.MultilineString);
                return;
            }

            Advance();
            if (c == quote)
            {
                return;
            }

            if (c == '\\')
            {
                ReadEscape();
            }
        }
    }

    private void ReadEscape()
    {
        var c = Peek;
        if (CharClass.IsEscape(c) || CharClass.IsOctalDigit(c))
        {
            _position++;
        }
        else if ((c | 0x20) == 'x')
        {
            _position++;
            ReadHexEscape(1, SyntaxDiagnostics.HexEscapeDigits);
        }
        else if (c == 'u')
        {
            _position++;
            ReadHexEscape(4, SyntaxDiagnostics.ShortUnicodeEscape);
        }
        else if (c == 'U')
        {
            _position++;
            ReadLongUnicodeEscape();
        }
        else
        {
            AddError(SyntaxDiagnostics.InvalidEscape);
        }
    }

    /// <summary>Reads the digits that an escape requires. The lexer treats further digits as ordinary characters.</summary>
    private void ReadHexEscape(int digits, DiagnosticKind missing)
    {
        for (var i = 0; i < digits; i++)
        {
            if (!CharClass.IsHexDigit(Peek))
            {
                AddError(missing);
                return;
            }

            _position++;
        }
    }

    private void ReadLongUnicodeEscape()
    {
        var isValid = TryAdvance((byte)'0') && TryAdvance((byte)'0') && (TryAdvance((byte)'0') || TryAdvance((byte)'1'));
        if (isValid)
        {
            ReadHexEscape(5, SyntaxDiagnostics.LongUnicodeEscape);
        }
        else
        {
            AddError(SyntaxDiagnostics.LongUnicodeEscape);
        }
    }
}
