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
internal unsafe ref partial struct TextTokenizer
{
    private const int TabWidth = 8;
    private const int ByteSurrogates = 0xDC00;

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

    /// <summary>Appends the value of the current string token, with its escapes decoded.</summary>
    public readonly void AppendString(ref Schema.OutputBuffer output) => TextEscapes.AppendTo(ref output, Token);

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

    private static bool IsLetter(byte c) => (uint)((c | 0x20) - 'a') < 26 || c == '_';

    private static bool IsDigit(byte c) => (uint)(c - '0') < 10;

    private static bool IsHexDigit(byte c) => char.IsAsciiHexDigit((char)c);

    private static bool IsUrlCharacter(byte c) => IsLetter(c) || IsDigit(c) || "/.-~!$&()*+,;=%"u8.Contains(c);
}
