using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ProtoGen.Runtime.Text;

/// <summary>The kinds of <see cref="TextTokenizer"/>'s tokens.</summary>
internal enum TextTokenKind
{
    End,
    Identifier,
    Integer,
    Float,
    String,
    Symbol,
}

/// <summary>Splits text format into tokens by the rules of protoc's tokenizer.</summary>
internal unsafe ref struct TextTokenizer
{
    private readonly byte* _begin;
    private readonly byte* _end;
    private byte* _position;

    public TextTokenizer(byte* begin, int length)
    {
        _begin = begin;
        _position = begin;
        _end = begin + length;
        Next();
    }

    public TextTokenKind Kind { get; private set; }

    /// <summary>Where the current token starts.</summary>
    public byte* Start { get; private set; }

    public readonly ReadOnlySpan<byte> Token => new(Start, (int)(_position - Start));

    public readonly string TokenText => Encoding.UTF8.GetString(Token);

    public readonly bool Is(char symbol) => Kind == TextTokenKind.Symbol && *Start == symbol;

    public void Next()
    {
        SkipBlanks();
        Start = _position;
        if (_position == _end)
        {
            Kind = TextTokenKind.End;
            return;
        }
        var c = *_position;
        if (IsLetter(c))
        {
            while (_position < _end && (IsLetter(*_position) || IsDigit(*_position)))
                _position++;
            Kind = TextTokenKind.Identifier;
        }
        else if (IsDigit(c) || (c == '.' && _end - _position > 1 && IsDigit(_position[1])))
        {
            ScanNumber();
        }
        else if (c is (byte)'"' or (byte)'\'')
        {
            ScanString(c);
        }
        else
        {
            if (c < 0x20)
                Fail(_position, "Invalid control characters encountered in text.");
            if (c >= 0x80)
                Fail(_position, $"Interpreting non ascii codepoint {c}.");
            _position++;
            Kind = TextTokenKind.Symbol;
        }
    }

    /// <summary>Reads the name between the current bracket and its end, without blanks and comments.</summary>
    public string ReadBracketed()
    {
        var text = new StringBuilder();
        while (true)
        {
            SkipBlanks();
            if (_position == _end || !IsUrlCharacter(*_position))
                break;
            text.Append((char)*_position++);
        }
        Next();
        if (!Is(']'))
            Fail(Start, $"Expected \"]\", found \"{TokenText}\".");
        Next();
        return text.ToString();
    }

    [DoesNotReturn]
    public readonly void Fail(string description) => Fail(Start, description);

    [DoesNotReturn]
    public readonly void Fail(byte* position, string description)
    {
        var before = new ReadOnlySpan<byte>(_begin, (int)(position - _begin));
        var line = before.Count((byte)'\n') + 1;
        throw new TextFormatException(line, before.Length - before.LastIndexOf((byte)'\n'), description);
    }

    /// <summary>The bytes of the current string token, without quotes and escapes.</summary>
    public readonly void AppendString(ref Schema.OutputBuffer output)
    {
        var text = Token[1..^1];
        int plain;
        while ((plain = text.IndexOf((byte)'\\')) >= 0)
        {
            output.Add(text[..plain]);
            text = text[(plain + 1)..];
            text = text[AppendEscape(text, ref output)..];
        }
        output.Add(text);
    }

    private static int AppendEscape(ReadOnlySpan<byte> text, ref Schema.OutputBuffer output)
    {
        var c = text[0];
        if (c is >= (byte)'0' and <= (byte)'7')
        {
            var length = 0;
            var value = 0;
            for (; length < 3 && length < text.Length && text[length] is >= (byte)'0' and <= (byte)'7'; length++)
                value = value * 8 + (text[length] - '0');
            output.Add((byte)value);
            return length;
        }
        if (c is (byte)'x' or (byte)'X')
        {
            var length = 1;
            var value = 0;
            for (; length < 3 && length < text.Length && IsHexDigit(text[length]); length++)
                value = value * 16 + HexValue(text[length]);
            output.Add((byte)value);
            return length;
        }
        if (c is (byte)'u' or (byte)'U')
            return AppendCodePoint(text, ref output);
        output.Add(c switch
        {
            (byte)'a' => (byte)'\a',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'v' => (byte)'\v',
            _ => c,
        });
        return 1;
    }

    private static int AppendCodePoint(ReadOnlySpan<byte> text, ref Schema.OutputBuffer output)
    {
        var length = text[0] == 'u' ? 5 : 9;
        output.Length += new Rune(HexNumber(text[1..length])).EncodeToUtf8(output.ReserveSpan(4));
        return length;
    }

    private static int HexNumber(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = value * 16 + HexValue(digit);
        return value;
    }

    private void SkipBlanks()
    {
        while (_position < _end)
        {
            if (*_position == '#')
            {
                var rest = new ReadOnlySpan<byte>(_position, (int)(_end - _position));
                var length = rest.IndexOf((byte)'\n');
                _position += length < 0 ? rest.Length : length;
            }
            else if (*_position is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r'))
            {
                _position++;
            }
            else
            {
                break;
            }
        }
    }

    private void ScanNumber()
    {
        Kind = TextTokenKind.Integer;
        if (*_position == '0' && _end - _position > 1 && _position[1] is (byte)'x' or (byte)'X')
        {
            _position += 2;
            if (_position == _end || !IsHexDigit(*_position))
                Fail(_position, "\"0x\" must be followed by hex digits.");
            while (_position < _end && IsHexDigit(*_position))
                _position++;
        }
        else if (*_position == '0' && _end - _position > 1 && IsDigit(_position[1]))
        {
            while (_position < _end && *_position is >= (byte)'0' and <= (byte)'7')
                _position++;
            if (_position < _end && IsDigit(*_position))
                Fail(_position, "Numbers starting with leading zero must be in octal.");
        }
        else
        {
            ScanDecimal();
        }
        if (_position < _end && IsLetter(*_position))
            Fail(_position, "Need space between number and identifier.");
        if (_position < _end && *_position == '.')
        {
            Fail(_position, Kind == TextTokenKind.Float
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
                Fail(_position, "\"e\" must be followed by exponent.");
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
            if (_position == _end)
                Fail(_position, "Unexpected end of string.");
            var c = *_position;
            if (c == '\n')
                Fail(_position, "Multiline strings are not allowed. Did you miss a \"?.");
            _position++;
            if (c == quote)
                return;
            if (c == '\\')
                ScanEscape();
        }
    }

    private void ScanEscape()
    {
        var c = _position < _end ? *_position : (byte)0;
        if (c is (byte)'x' or (byte)'X')
        {
            _position++;
            if (_position == _end || !IsHexDigit(*_position))
                Fail(_position, "Expected hex digits for escape sequence.");
            _position++;
        }
        else if (c == 'u')
        {
            ScanCodePoint(4, "Expected four hex digits for \\u escape sequence.");
        }
        else if (c == 'U')
        {
            ScanCodePoint(8, "Expected eight hex digits up to 10ffff for \\U escape sequence");
        }
        else if (c is (>= (byte)'0' and <= (byte)'7')
            or (byte)'a' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'v'
            or (byte)'\\' or (byte)'?' or (byte)'\'' or (byte)'"')
        {
            _position++;
        }
        else
        {
            Fail(_position, "Invalid escape sequence in string literal.");
        }
    }

    private void ScanCodePoint(int count, string description)
    {
        var digits = ++_position;
        for (var i = 0; i < count; i++, _position++)
        {
            if (_position == _end || !IsHexDigit(*_position))
                Fail(_position, description);
        }
        // Halves of surrogate pairs are no characters, not even two of them in a row.
        if (!Rune.IsValid(HexNumber(new ReadOnlySpan<byte>(digits, count))))
            Fail(digits, description);
    }

    private static bool IsLetter(byte c) => (uint)((c | 0x20) - 'a') < 26 || c == '_';

    private static bool IsDigit(byte c) => (uint)(c - '0') < 10;

    private static bool IsHexDigit(byte c) => char.IsAsciiHexDigit((char)c);

    private static int HexValue(byte c) => IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static bool IsUrlCharacter(byte c) => IsLetter(c) || IsDigit(c) || "/.-~!$&()*+,;=%"u8.Contains(c);
}
