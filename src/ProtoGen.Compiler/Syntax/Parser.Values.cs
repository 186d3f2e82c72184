using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private bool ConsumeInteger(out int value, DiagnosticKind missing)
    {
        var isInteger = ConsumeInteger64(int.MaxValue, out var number, missing);
        value = (int)number;
        return isInteger;
    }

    private bool ConsumeSignedInteger(out int value, DiagnosticKind missing)
    {
        var isNegative = TryConsume('-');
        var isInteger = ConsumeInteger64(isNegative ? 0x80000000UL : int.MaxValue, out var number, missing);
        value = unchecked((int)(isNegative ? 0 - number : number));
        return isInteger;
    }

    /// <summary>Reads an integer. A number that is too large is reported and read as 0.</summary>
    private bool ConsumeInteger64(ulong maximum, out ulong value, DiagnosticKind missing)
    {
        if (!LookingAt(TokenKind.Integer))
        {
            value = 0;
            AddError(missing);
            return false;
        }

        if (!IntegerLiteral.TryParse(_text, Current.Start, Current.End, maximum, out value))
        {
            AddError(SyntaxDiagnostics.IntegerRange);
        }

        _lexer.Next();
        return true;
    }

    private bool TryConsumeInteger64(ulong maximum, out ulong value)
    {
        if (!IntegerLiteral.TryParse(_text, Current.Start, Current.End, maximum, out value))
        {
            return false;
        }

        _lexer.Next();
        return true;
    }

    /// <summary>Reads a number as a double, including integers, inf and nan.</summary>
    private bool ConsumeNumber(out double value)
    {
        value = 0;
        if (LookingAt(TokenKind.Float))
        {
            value = FloatLiteral.Parse(_text, Current.Start, Current.End);
        }
        else if (LookingAt(TokenKind.Integer))
        {
            value = GetIntegerAsDouble();
        }
        else if (LookingAt(Keyword.Inf))
        {
            value = double.PositiveInfinity;
        }
        else if (LookingAt(Keyword.Nan))
        {
            value = NumberText.NaN;
        }
        else
        {
            AddError(SyntaxDiagnostics.ExpectedNumber);
            return false;
        }

        _lexer.Next();
        return true;
    }

    private double GetIntegerAsDouble()
    {
        if (IntegerLiteral.TryParse(_text, Current.Start, Current.End, ulong.MaxValue, out var number))
        {
            return number;
        }

        if (_text[Current.Start] == '0')
        {
            AddError(SyntaxDiagnostics.IntegerRange);
            return 0;
        }

        return FloatLiteral.Parse(_text, Current.Start, Current.End);
    }

    private bool ConsumeString(out string value, DiagnosticKind missing)
    {
        var isString = ConsumeBytes(out var bytes, missing);
        value = Utf8.GetString(bytes);
        return isString;
    }

    /// <summary>Reads one string token or several adjacent ones.</summary>
    private bool ConsumeBytes(out byte[] value, DiagnosticKind missing)
    {
        if (!LookingAt(TokenKind.String))
        {
            value = [];
            AddError(missing);
            return false;
        }

        _buffer.Clear();
        do
        {
            StringLiteral.AppendTo(_buffer, _text, Current.Start, Current.End);
            _lexer.Next();
        }
        while (LookingAt(TokenKind.String));
        value = _buffer.ToArray();
        return true;
    }
}
