namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <content>Skips the values of fields with reserved names.</content>
internal sealed partial class TextFormatParser
{
    private const char ListCloser = ']';

    /// <summary>Skips the value of a reserved field whose name was read.</summary>
    private bool SkipReservedField()
    {
        var closers = new Stack<char>();
        var isMessage = SkipsMessage();
        while (true)
        {
            if (isMessage)
            {
                if (!ConsumeOpener(out var closer)) return false;
                closers.Push(closer);
            }
            else if (TryConsume('['))
            {
                if (!TryConsume(']'))
                {
                    closers.Push(ListCloser);
                    isMessage = IsAtOpener();
                    continue;
                }
            }
            else if (!SkipScalar())
            {
                return false;
            }

            if (!SkipToNextValue(closers, isAtStart: isMessage, out isMessage)) return false;
            if (closers.Count == 0) return EndField();
        }
    }

    /// <summary>Closes messages and lists that end here and moves to the next value. The stack is empty if there is none.</summary>
    private bool SkipToNextValue(Stack<char> closers, bool isAtStart, out bool isMessage)
    {
        isMessage = false;
        while (closers.Count > 0)
        {
            if (closers.Peek() == ListCloser)
            {
                if (!TryConsume(']'))
                {
                    if (!Consume(',')) return false;
                    isMessage = IsAtOpener();
                    return true;
                }
            }
            else
            {
                if (!isAtStart) EndField();
                if (!_lexer.IsAt('>') && !_lexer.IsAt('}'))
                {
                    if (!SkipName()) return false;
                    isMessage = SkipsMessage();
                    return true;
                }

                if (!Consume(closers.Peek())) return false;
            }

            closers.Pop();
            isAtStart = false;
        }

        return true;
    }

    private bool SkipName() => _lexer.IsAt('[') ? ConsumeBracketedName(out _, out _) : ConsumeIdentifier(out _);

    /// <summary>Reads the colon, if any, and returns whether the value is a message.</summary>
    private bool SkipsMessage() => !TryConsume(':') || IsAtOpener();

    private bool IsAtOpener() => _lexer.IsAt('{') || _lexer.IsAt('<');

    private bool SkipScalar()
    {
        if (_lexer.Kind == TextTokenKind.String)
        {
            while (_lexer.Kind == TextTokenKind.String) _lexer.Next();
            return true;
        }

        var isNegative = TryConsume('-');
        if (_lexer.Kind is not (TextTokenKind.Integer or TextTokenKind.Float or TextTokenKind.Identifier))
        {
            return Fail($"Cannot skip field value, unexpected token: {_lexer.Text}");
        }

        var text = _lexer.Text.ToLowerInvariant();
        if (isNegative && _lexer.Kind == TextTokenKind.Identifier && text is not ("inf" or "infinity" or "nan"))
        {
            return Fail($"Invalid float number: {text}");
        }

        _lexer.Next();
        return true;
    }
}
