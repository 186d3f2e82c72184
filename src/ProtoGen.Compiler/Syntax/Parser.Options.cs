using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    /// <summary>Reads <c>option name = value;</c>.</summary>
    private bool ParseOptionStatement(List<OptionNode> options, in LocationScope parent)
    {
        using var location = Locate(in parent, DescriptorFields.MessageOptions.UninterpretedOption, options.Count);
        var start = Current.Start;
        if (!Consume(Keyword.Option))
        {
            return false;
        }

        var option = new OptionNode { LocationIndex = location.Index };
        options.Add(option);
        var isComplete = ParseOption(option, in location) && ConsumeEnd(';', in location, option);
        option.Span = SpanFrom(start);
        return isComplete;
    }

    /// <summary>Reads <c>name = value</c> in brackets.</summary>
    private bool ParseOptionAssignment(List<OptionNode> options, in LocationScope parent)
    {
        using var location = Locate(in parent, DescriptorFields.MessageOptions.UninterpretedOption, options.Count);
        var start = Current.Start;
        var option = new OptionNode { LocationIndex = location.Index };
        options.Add(option);
        var isComplete = ParseOption(option, in location);
        option.Span = SpanFrom(start);
        return isComplete;
    }

    /// <summary>Reads options in brackets, separated by commas.</summary>
    private bool ParseOptionList(List<OptionNode> options, in LocationScope location)
    {
        _lexer.Next();
        do
        {
            if (!ParseOptionAssignment(options, in location))
            {
                return false;
            }
        }
        while (TryConsume(','));
        return Consume(']');
    }

    private bool ParseOption(OptionNode option, in LocationScope location)
    {
        var nameStart = Current.Start;
        var hasName = ParseOptionName(option, in location);
        option.NameSpan = SpanFrom(nameStart);
        if (!hasName || !Consume('='))
        {
            return false;
        }

        var valueStart = Current.Start;
        var hasValue = ParseOptionValue(option, in location);
        option.ValueSpan = SpanFrom(valueStart);
        return hasValue;
    }

    private bool ParseOptionName(OptionNode option, in LocationScope optionLocation)
    {
        using var location = Locate(in optionLocation, DescriptorFields.UninterpretedOption.Name);
        do
        {
            if (!ParseOptionNamePart(option, in location))
            {
                return false;
            }
        }
        while (TryConsume('.'));
        return true;
    }

    private bool ParseOptionNamePart(OptionNode option, in LocationScope nameLocation)
    {
        using var partLocation = Locate(in nameLocation, option.NameParts.Count);
        var isExtension = TryConsume('(');
        var start = Current.Start;
        var isParsed = ParseOptionNamePartText(isExtension, in partLocation, out var text);
        var span = SpanFrom(start);
        var isComplete = isParsed && (!isExtension || Consume(')'));
        if (isParsed || text.Length > 0 || option.NameParts.Count > 0)
        {
            // Without its closing parenthesis, protoc does not treat the part as an extension, so checks of options by name apply to it.
            option.NameParts.Add(new OptionNamePart(text, isExtension && isComplete, span));
        }

        return isComplete;
    }

    private bool ParseOptionNamePartText(bool isExtension, in LocationScope partLocation, out string text)
    {
        using var location = Locate(in partLocation, DescriptorFields.OptionNamePart.NamePart);
        if (isExtension)
        {
            return ParseExtensionName(out text);
        }

        var isParsed = TryConsumeName(SyntaxDiagnostics.ExpectedIdentifier, out var name);
        text = name.Text ?? "";
        return isParsed;
    }

    /// <summary>Reads the name between parentheses. It may be empty: protoc reports that only when it interprets options.</summary>
    private bool ParseExtensionName(out string text)
    {
        var start = Current.Start;
        if (!LookingAt(TokenKind.Identifier) && !LookingAt('.'))
        {
            text = "";
            return true;
        }

        var prefix = TryConsume('.') ? "." : "";
        var isParsed = ParseDottedName(start, SyntaxDiagnostics.ExpectedIdentifier, prefix, out text);
        if (!isParsed)
        {
            // A trailing dot is kept in the name, so that checks of options by name do not apply to it.
            text += ".";
        }

        return isParsed;
    }

    private bool ParseOptionValue(OptionNode option, in LocationScope optionLocation)
    {
        using var location = Locate(in optionLocation);
        var isNegative = TryConsume('-');
        switch (Current.Kind)
        {
            case TokenKind.End:
                AddError(SyntaxDiagnostics.EndInOptionValue);
                return false;
            case TokenKind.Identifier:
                location.AddPath(DescriptorFields.UninterpretedOption.IdentifierValue);
                return ParseIdentifierValue(option, isNegative);
            case TokenKind.Integer:
            case TokenKind.Float:
                location.AddPath(ParseNumberValue(option, isNegative));
                return true;
            case TokenKind.String:
                location.AddPath(DescriptorFields.UninterpretedOption.StringValue);
                return ParseStringValue(option, isNegative);
            default:
                return ParseAggregateValue(option, in location);
        }
    }

    private bool ParseIdentifierValue(OptionNode option, bool isNegative)
    {
        var value = Current;
        _lexer.Next();
        if (!isNegative)
        {
            option.SetIdentifier(GetIdentifier(in value));
            return true;
        }

        if (value.Keyword is Keyword.Inf or Keyword.Nan)
        {
            option.SetDouble(value.Keyword == Keyword.Inf ? double.NegativeInfinity : NumberText.NaN);
            return true;
        }

        AddError(SyntaxDiagnostics.NegativeIdentifier);
        return false;
    }

    /// <summary>Returns the number of the field of UninterpretedOption that holds the value.</summary>
    private int ParseNumberValue(OptionNode option, bool isNegative)
    {
        var maximum = isNegative ? 1UL << 63 : ulong.MaxValue;
        if (LookingAt(TokenKind.Integer) && TryConsumeInteger64(maximum, out var value))
        {
            if (isNegative)
            {
                option.SetNegative(unchecked((long)(0 - value)));
                return DescriptorFields.UninterpretedOption.NegativeIntValue;
            }

            option.SetPositive(value);
            return DescriptorFields.UninterpretedOption.PositiveIntValue;
        }

        ConsumeNumber(out var number);
        option.SetDouble(isNegative ? -number : number);
        return DescriptorFields.UninterpretedOption.DoubleValue;
    }

    private bool ParseStringValue(OptionNode option, bool isNegative)
    {
        if (isNegative)
        {
            AddError(SyntaxDiagnostics.NegativeString);
            return false;
        }

        ConsumeBytes(out var bytes, SyntaxDiagnostics.ExpectedString);
        option.SetString(bytes);
        return true;
    }

    private bool ParseAggregateValue(OptionNode option, in LocationScope location)
    {
        if (!LookingAt('{'))
        {
            AddError(SyntaxDiagnostics.ExpectedOptionValue);
            return false;
        }

        location.AddPath(DescriptorFields.UninterpretedOption.AggregateValue);
        var isClosed = ParseAggregate(out var text);
        option.SetAggregate(text);
        return isClosed;
    }

    /// <summary>Reads the text between braces and replaces comments with spaces. The text is parsed when options are interpreted.</summary>
    /// <remarks>Line ends are kept, because <c>#</c> starts a comment in text format that ends with its line.</remarks>
    private bool ParseAggregate(out byte[] text)
    {
        _lexer.Next();
        _buffer.Clear();
        var depth = 1;
        while (!IsAtEnd)
        {
            if (LookingAt('{'))
            {
                depth++;
            }
            else if (LookingAt('}') && --depth == 0)
            {
                _lexer.Next();
                text = _buffer.ToArray();
                return true;
            }

            var gapStart = _lexer.Previous.End;
            var gapLength = Current.Start - gapStart;
            if (gapLength > 0)
            {
                var isLineEnd = Array.IndexOf(_text, (byte)'\n', gapStart, gapLength) >= 0;
                _buffer.Append(isLineEnd ? (byte)'\n' : (byte)' ');
            }

            _buffer.Append(_text, Current.Start, Current.End - Current.Start);
            _lexer.Next();
        }

        text = _buffer.ToArray();
        AddError(SyntaxDiagnostics.EndInAggregate);
        return false;
    }
}
