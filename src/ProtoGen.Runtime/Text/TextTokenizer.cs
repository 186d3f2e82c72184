using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ProtoGen.Runtime.Text;

/// <summary>The kinds of tokens in text format.</summary>
internal enum TextTokenKind
{
    End,
    Identifier,
    Integer,
    Float,
    String,
    Symbol,
}

/// <summary>Splits text format into tokens by the rules of protoc's tokenizer, which may report an invalid token and continue.</summary>
internal unsafe ref struct TextTokenizer
{
    private const int TabWidth = 8;
    private const int ByteSurrogates = 0xDC00;
    private const int LargestCodePoint = 0x10FFFF;

    private readonly byte* _begin;
    private readonly byte* _end;
    private readonly Action<TextError>? _report;
    private byte* _position;
    private byte* _bracketEnd;
    private TextError? _first;

    // A position whose line and column are known.
    private byte* _known;
    private int _line;
    private int _column;

    public TextTokenizer(byte* begin, int length, Action<TextError>? report)
    {
        _report = report;
        _begin = begin;
        _known = begin;
        _position = begin;
        _end = begin + length;
        Next();
    }

    public TextTokenKind Kind { get; private set; }

    /// <summary>Gets the start of the current token.</summary>
    public byte* Start { get; private set; }

    public readonly ReadOnlySpan<byte> Token => new(Start, (int)(_position - Start));

    /// <summary>Gets the text of the token. For a byte that is not UTF-8 it is the surrogate that protogenc writes as that byte.</summary>
    public readonly string TokenText => Token is [>= 0x80] ? ((char)(ByteSurrogates + *Start)).ToString() : Encoding.UTF8.GetString(Token);

    public readonly bool Is(char symbol) => Kind == TextTokenKind.Symbol && *Start == symbol;

    public void Next()
    {
        var previousEnd = Kind == TextTokenKind.Identifier ? _position : null;
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
            if (c == '.' && Start == previousEnd)
                AddError(Start, "Need space between identifier and decimal point.");
            ScanNumber();
        }
        else if (c is (byte)'"' or (byte)'\'')
        {
            ScanString(c);
        }
        else
        {
            CheckAscii();
            _position++;
            Kind = TextTokenKind.Symbol;
        }
    }

    private void CheckAscii()
    {
        if (Start < _end && *Start >= 0x80)
            AddError(Start, $"Interpreting non ascii codepoint {*Start}.");
    }

    /// <summary>Throws if any token was invalid.</summary>
    public readonly void ThrowIfInvalid()
    {
        if (_first != null)
            throw new TextFormatException(_first);
    }

    /// <summary>Reads an extension name or a type URL up to the closing bracket, without blanks and comments.</summary>
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
        if (_position == _end || *_position != ']')
        {
            Start = _position;
            _position += _position == _end ? 0 : 1;
            CheckAscii();
            Fail($"Expected \"]\", found \"{TokenText}\".");
        }
        _position++;
        _bracketEnd = _position;
        var name = text.ToString();
        CheckName(name);
        Next();
        return name;
    }

    private void CheckName(string name)
    {
        var slash = name.LastIndexOf('/');
        if (slash == 0)
            FailAfterBracket("Type URL prefix is empty");
        for (var at = name.IndexOf('%'); at >= 0 && at < slash; at = name.IndexOf('%', at + 1))
        {
            if (at + 2 >= slash || !IsHexDigit((byte)name[at + 1]) || !IsHexDigit((byte)name[at + 2]))
                FailAfterBracket($"Invalid percent encode, got: \"{name[at..Math.Min(at + 3, slash + 1)]}\"");
        }
        foreach (var part in name[(slash + 1)..].Split('.'))
        {
            if (part.Length == 0 || IsDigit((byte)part[0]) || part.Any(c => !IsLetter((byte)c) && !IsDigit((byte)c)))
                FailAfterBracket($"Invalid identifier in type name, got: \"{part}\"");
        }
    }

    /// <summary>Throws an error at the current token.</summary>
    [DoesNotReturn]
    public void Fail(string description)
    {
        AddError(Start, description);
        throw new TextFormatException(_first!);
    }

    /// <summary>Throws an error after the name that <see cref="ReadBracketed"/> returned.</summary>
    [DoesNotReturn]
    public void FailAfterBracket(string description)
    {
        AddError(_bracketEnd, description);
        throw new TextFormatException(_first!);
    }

    /// <summary>Reports a warning at the current token if there is a receiver.</summary>
    public void Warn(string description) => _report?.Invoke(MakeError(Start, description) with { IsWarning = true });

    private void AddError(byte* position, string description)
    {
        var error = MakeError(position, description);
        _first ??= error;
        if (_report == null)
            throw new TextFormatException(error);
        _report(error);
    }

    private TextError MakeError(byte* position, string description)
    {
        if (position < _known)
        {
            _known = _begin;
            (_line, _column) = (0, 0);
        }
        for (; _known < position; _known++)
        {
            if (*_known == '\n')
                (_line, _column) = (_line + 1, 0);
            else
                _column += *_known == '\t' ? TabWidth - _column % TabWidth : 1;
        }
        return new TextError(_line + 1, _column + 1, description);
    }

    /// <summary>
    /// Appends the value of the current string token, with its escapes decoded. Invalid escapes are decoded as protoc does.
    /// </summary>
    public readonly void AppendString(ref Schema.OutputBuffer output)
    {
        var text = Token[1..];
        if (text.EndsWith(Token[..1]))
            text = text[..^1];
        int plain;
        while ((plain = text.IndexOf((byte)'\\')) >= 0 && plain + 1 < text.Length)
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
        if (c is (byte)'u' or (byte)'U' && TryReadCodePoint(text, out var codePoint, out var read))
        {
            if (codePoint > LargestCodePoint)
                output.Add(Encoding.ASCII.GetBytes($"\\U{codePoint:x8}"));
            else if (IsSurrogate(codePoint))
                output.Add([(byte)(0xE0 | (codePoint >> 12)), (byte)(0x80 | ((codePoint >> 6) & 0x3F)), (byte)(0x80 | (codePoint & 0x3F))]);
            else
                output.Length += new Rune(codePoint).EncodeToUtf8(output.ReserveSpan(4));
            return read;
        }
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

    /// <summary>Reads a <c>\u</c> or <c>\U</c> escape, or two that form a surrogate pair.</summary>
    private static bool TryReadCodePoint(ReadOnlySpan<byte> text, out int codePoint, out int length)
    {
        if (!TryReadHalf(text, out codePoint, out length))
            return false;
        var rest = text[length..];
        if (codePoint is >= 0xD800 and < 0xDC00
            && rest.Length > 1 && rest[0] == '\\' && rest[1] == 'u'
            && TryReadHalf(rest[1..], out var low, out var lowLength) && low is >= 0xDC00 and < 0xE000)
        {
            codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
            length += 1 + lowLength;
        }
        return true;
    }

    private static bool TryReadHalf(ReadOnlySpan<byte> text, out int value, out int length)
    {
        value = 0;
        length = text[0] == 'u' ? 5 : 9;
        if (text.Length < length)
            return false;
        foreach (var digit in text[1..length])
        {
            if (!IsHexDigit(digit))
                return false;
            value = value * 16 + HexValue(digit);
        }
        return true;
    }

    private static bool IsSurrogate(int codePoint) => codePoint is >= 0xD800 and < 0xE000;

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
            else if (IsBlank(*_position))
            {
                _position++;
            }
            else if (*_position < ' ')
            {
                AddError(_position, "Invalid control characters encountered in text.");
                while (_position < _end && *_position < ' ' && !IsBlank(*_position))
                    _position++;
            }
            else
            {
                break;
            }
        }
    }

    private static bool IsBlank(byte c) => c is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

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
                if (!TryScanHexDigits(4) || IsRefused(4))
                    AddError(_position, "Expected four hex digits for \\u escape sequence.");
                break;
            case (byte)'U':
                _position++;
                if (!TryScan(c => c == '0') || !TryScan(c => c == '0') || !TryScan(c => c is (byte)'0' or (byte)'1')
                    || !TryScanHexDigits(5) || IsRefused(8))
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
    private readonly bool IsRefused(int digits) =>
        _report == null
        && TryReadHalf(new ReadOnlySpan<byte>(_position - digits - 1, digits + 1), out var value, out _)
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

    private static bool IsLetter(byte c) => (uint)((c | 0x20) - 'a') < 26 || c == '_';

    private static bool IsDigit(byte c) => (uint)(c - '0') < 10;

    private static bool IsHexDigit(byte c) => char.IsAsciiHexDigit((char)c);

    private static int HexValue(byte c) => IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static bool IsUrlCharacter(byte c) => IsLetter(c) || IsDigit(c) || "/.-~!$&()*+,;=%"u8.Contains(c);
}
