using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

internal unsafe ref partial struct JsonMessageReader
{
    private static readonly SearchValues<byte> EndsOfText =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    /// <summary>Returns the next byte, or 0 at the end of the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek() => _position < _end ? *_position : (byte)0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhitespace()
    {
        if (_position < _end && *_position <= ' ')
            SkipMoreWhitespace();
    }

    private void SkipMoreWhitespace()
    {
        while (_position < _end && *_position is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _position++;
    }

    /// <summary>Reads a colon and the white space around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadColon(string precedingPart)
    {
        SkipWhitespace();
        if (Peek() != ':')
            FailSyntax("Expected ':' after " + precedingPart);
        _position++;
        SkipWhitespace();
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal)
    {
        if (_end - _position < literal.Length || !literal.SequenceEqual(new ReadOnlySpan<byte>(_position, literal.Length)))
            FailSyntax($"Expected '{Encoding.UTF8.GetString(literal)}'");
        _position += literal.Length;
    }

    private ReadOnlySpan<byte> ReadNumberToken()
    {
        var start = _position;
        var end = JsonNumber.FindEnd(start, _end);
        // Characters that cannot follow a value are reported as part of the number: 1.5.5, 01, 1a.
        if (end == null
            || (end < _end && *end is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')))
        {
            FailSyntax("Expected a number in the form of JSON");
        }
        _position = end;
        return new ReadOnlySpan<byte>(start, (int)(end - start));
    }

    /// <summary>Reads a string in quotes. The result is valid as long as the input.</summary>
    private ReadOnlySpan<byte> ReadText()
    {
        var start = _position + 1;
        if (_end - start >= Vector128<byte>.Count && FindEndOfShortText(start) is var end and >= 0)
        {
            _position = start + end + 1;
            return new ReadOnlySpan<byte>(start, end);
        }

        var rest = new ReadOnlySpan<byte>(start, (int)(_end - start));
        var length = rest.IndexOfAny(EndsOfText);
        if (length >= 0 && rest[length] == '"')
        {
            _position = start + length + 1;
            return rest[..length];
        }
        return ReadTextWithEscapes(rest, length);
    }

    /// <summary>Returns the length of the text at <paramref name="start"/> if it ends within 16 bytes without escapes; else -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindEndOfShortText(byte* start)
    {
        var text = Vector128.Load(start);
        var ends = Vector128.Equals(text, Vector128.Create((byte)'"')) | Vector128.Equals(text, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(text, Vector128.Create((byte)' '));
        var bits = ends.ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(bits);
        return bits != 0 && start[length] == '"' ? length : -1;
    }

    private ReadOnlySpan<byte> ReadTextWithEscapes(ReadOnlySpan<byte> rest, int length)
    {
        var text = new OutputBuffer(256);
        while (length >= 0 && rest[length] == '\\')
        {
            text.Add(rest[..length]);
            _position += 1 + length;
            AddEscaped(ref text);
            // The position is the byte before the next piece, as it was the quote before the first piece.
            _position--;
            rest = new ReadOnlySpan<byte>(_position + 1, (int)(_end - _position - 1));
            length = rest.IndexOfAny(EndsOfText);
        }
        if (length < 0)
        {
            _position = _end;
            FailSyntax("The string has no end");
        }
        if (rest[length] != '"')
        {
            _position += 1 + length;
            FailSyntax("A string must not contain a control character");
        }
        text.Add(rest[..length]);
        _position += length + 2;
        var result = text.Written.ToArray();
        text.Dispose();
        return result;
    }

    /// <summary>Reads the escape at the current backslash.</summary>
    private void AddEscaped(ref OutputBuffer text)
    {
        _position++;
        var c = Peek();
        var plain = c switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => c,
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => (byte)0,
        };
        if (plain != 0)
        {
            _position++;
            text.Add(plain);
            return;
        }
        if (c != 'u')
            FailSyntax("A string has an unknown escape");
        var unit = ReadUnit();
        Rune rune;
        if (char.IsHighSurrogate(unit) && _end - _position >= 2 && _position[0] == '\\' && _position[1] == 'u')
        {
            _position++;
            if (!Rune.TryCreate(unit, ReadUnit(), out rune))
                FailSyntax("A string has a surrogate without its other half");
        }
        else if (!Rune.TryCreate(unit, out rune))
        {
            FailSyntax("A string has a surrogate without its other half");
        }
        text.Length += rune.EncodeToUtf8(text.ReserveSpan(4));
    }

    /// <summary>Reads the <c>u</c> of an escape and its four digits.</summary>
    private char ReadUnit()
    {
        _position++;
        if (_end - _position < 4)
            FailSyntax("A string has an escape without four digits");
        var value = 0;
        for (var i = 0; i < 4; i++, _position++)
        {
            var digit = HexDigit(*_position);
            if (digit < 0)
                FailSyntax("A string has an escape without four digits");
            value = (value << 4) | digit;
        }
        return (char)value;
    }

    private static int HexDigit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>Moves past a value of any kind.</summary>
    private void SkipValue()
    {
        switch (Peek())
        {
            case (byte)'{':
                SkipContainer(isObject: true);
                break;
            case (byte)'[':
                SkipContainer(isObject: false);
                break;
            case (byte)'"':
                ReadText();
                break;
            case (byte)'t':
                ReadLiteral("true"u8);
                break;
            case (byte)'f':
                ReadLiteral("false"u8);
                break;
            case (byte)'n':
                ReadLiteral("null"u8);
                break;
            default:
                ReadNumberToken();
                break;
        }
    }

    private void SkipContainer(bool isObject)
    {
        var close = isObject ? (byte)'}' : (byte)']';
        _position++;
        Enter();
        SkipWhitespace();
        if (Peek() == close)
        {
            _position++;
            _depth--;
            return;
        }
        do
        {
            if (isObject)
            {
                if (Peek() != '"')
                    FailSyntax("Expected a name in double quotes");
                ReadText();
                ReadColon("the name of a member");
            }
            SkipValue();
        }
        while (NextElement(close));
    }

    [DoesNotReturn]
    private readonly void FailSyntax(string message) => throw ProtoErrors.InvalidJson(message + Location(_position));

    /// <summary>Throws for a value that is invalid for its field, or a syntax error if there is no JSON value.</summary>
    [DoesNotReturn]
    private readonly void FailField(string message, FieldSchema field) => FailValue(message, "field " + field.JsonName);

    [DoesNotReturn]
    private readonly void FailValue(string message, string target)
    {
        var isValue = Peek() is (byte)'{' or (byte)'[' or (byte)'"' or (byte)'t' or (byte)'f' or (byte)'n' or (byte)'-'
            or (>= (byte)'0' and <= (byte)'9');
        if (!isValue)
            FailSyntax(_position == _end ? "The input ends where a value is expected" : "Expected a value");
        FailAt(_position, $"{message} for {target}");
    }

    [DoesNotReturn]
    private readonly void FailAt(byte* position, string message) => throw ProtoErrors.InvalidMessage(message + Location(position));

    private readonly string Location(byte* position) =>
        JsonLocation.Describe(new ReadOnlySpan<byte>(_start, (int)(_end - _start)), (int)(position - _start));
}
