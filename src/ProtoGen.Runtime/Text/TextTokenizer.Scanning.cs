using System.Text;

namespace ProtoGen.Runtime.Text;

internal unsafe ref partial struct TextTokenizer
{
    private void ScanNumber()
    {
        Kind = TextTokenKind.Integer;
        if (*_position == '0' && _end - _position > 1 && _position[1] is (byte)'x' or (byte)'X')
        {
            _position += 2;
            if (_position == _end || !IsHexDigit(*_position))
                AddError(_position, "\"0x\" must be followed by hex digits.");
            while (_position < _end && IsHexDigit(*_position))
                _position++;
        }
        else if (*_position == '0' && _end - _position > 1 && IsDigit(_position[1]))
        {
            while (_position < _end && *_position is >= (byte)'0' and <= (byte)'7')
                _position++;
            if (_position < _end && IsDigit(*_position))
                AddError(_position, "Numbers starting with leading zero must be in octal.");
            SkipDigits();
        }
        else
        {
            ScanDecimal();
        }
        if (_position < _end && IsLetter(*_position))
        {
            AddError(_position, "Need space between number and identifier.");
        }
        else if (_position < _end && *_position == '.')
        {
            AddError(_position, Kind == TextTokenKind.Float
                ? "Already saw decimal point or exponent; can't have another one."
                : "Hex and octal numbers must be integers.");
        }
    }

    private void ScanDecimal()
    {
        SkipDigits();
        if (_position < _end && *_position == '.')
        {
            Kind = TextTokenKind.Float;
            _position++;
            SkipDigits();
        }
        if (_position < _end && *_position is (byte)'e' or (byte)'E')
        {
            Kind = TextTokenKind.Float;
            _position++;
            if (_position < _end && *_position is (byte)'-' or (byte)'+')
                _position++;
            if (_position == _end || !IsDigit(*_position))
                AddError(_position, "\"e\" must be followed by exponent.");
            SkipDigits();
        }
        if (_position < _end && *_position is (byte)'f' or (byte)'F')
        {
            Kind = TextTokenKind.Float;
            _position++;
        }
    }

    private void SkipDigits()
    {
        while (_position < _end && IsDigit(*_position))
            _position++;
    }

    private void ScanString(byte quote)
    {
        Kind = TextTokenKind.String;
        _position++;
        while (true)
        {
            var c = Peek();
            if (c == 0)
            {
                AddError(_position, "Unexpected end of string.");
                return;
            }
            if (c == '\n')
            {
                AddError(_position, "Multiline strings are not allowed. Did you miss a \"?.");
                return;
            }
            _position++;
            if (c == quote)
                return;
            if (c == '\\')
                ScanEscape();
        }
    }

    private void ScanEscape()
    {
        switch (Peek())
        {
            case (byte)'x' or (byte)'X':
                _position++;
                if (!TryScanHexDigits(1))
                    AddError(_position, "Expected hex digits for escape sequence.");
                break;
            case (byte)'u':
                _position++;
                if (!TryScanHexDigits(4) || IsInvalidCharacter(4))
                    AddError(_position, "Expected four hex digits for \\u escape sequence.");
                break;
            case (byte)'U':
                _position++;
                if (!TryScan(c => c == '0') || !TryScan(c => c == '0') || !TryScan(c => c is (byte)'0' or (byte)'1')
                    || !TryScanHexDigits(5) || IsInvalidCharacter(8))
                {
                    AddError(_position, "Expected eight hex digits up to 10ffff for \\U escape sequence");
                }
                break;
            case (>= (byte)'0' and <= (byte)'7') or (byte)'a' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'v'
                or (byte)'\\' or (byte)'?' or (byte)'\'' or (byte)'"':
                _position++;
                break;
            default:
                AddError(_position, "Invalid escape sequence in string literal.");
                break;
        }
    }

    /// <summary>
    /// Returns whether an escape with this number of digits is not a Unicode character. The conformance suite requires an error, even for
    /// the two halves of a surrogate pair; protoc's command line accepts any escape with the right number of digits.
    /// </summary>
    private readonly bool IsInvalidCharacter(int digits) =>
        _report == null
        && TextEscapes.TryReadDigits(new ReadOnlySpan<byte>(_position - digits - 1, digits + 1), out var value, out _)
        && !Rune.IsValid(value);

    private bool TryScanHexDigits(int count)
    {
        while (count > 0 && TryScan(IsHexDigit))
            count--;
        return count == 0;
    }

    private bool TryScan(Func<byte, bool> isWanted)
    {
        if (!isWanted(Peek()))
            return false;
        _position++;
        return true;
    }

    /// <summary>Returns the next byte, or 0 at the end; valid text contains no 0.</summary>
    private readonly byte Peek() => _position < _end ? *_position : (byte)0;
}
