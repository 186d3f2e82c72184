using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private bool ParseReserved(MessageNode message, in LocationScope parent)
    {
        var keyword = Current;
        _lexer.Next();
        if (LookingAt(TokenKind.String) || LookingAt(TokenKind.Identifier))
        {
            return ParseReservedNames(message.ReservedNames, ReservedWords.Message, in parent, in keyword);
        }

        using var location = Locate(in parent, DescriptorFields.Message.ReservedRange);
        location.StartAt(in keyword);
        var missing = SyntaxDiagnostics.ExpectedFieldNameOrRange;
        do
        {
            if (!ParseReservedRange(message, missing, in location))
            {
                return false;
            }

            missing = SyntaxDiagnostics.ExpectedFieldRange;
        }
        while (TryConsume(','));
        return ConsumeEnd(';', in location, null);
    }

    private bool ParseReserved(EnumNode node, in LocationScope parent)
    {
        var keyword = Current;
        _lexer.Next();
        if (LookingAt(TokenKind.String) || LookingAt(TokenKind.Identifier))
        {
            return ParseReservedNames(node.ReservedNames, ReservedWords.Enum, in parent, in keyword);
        }

        using var location = Locate(in parent, DescriptorFields.Enum.ReservedRange);
        location.StartAt(in keyword);
        var missing = SyntaxDiagnostics.ExpectedValueOrRange;
        do
        {
            if (!ParseReservedRange(node, missing, in location))
            {
                return false;
            }

            missing = SyntaxDiagnostics.ExpectedValueRange;
        }
        while (TryConsume(','));
        return ConsumeEnd(';', in location, null);
    }

    private bool ParseReservedRange(MessageNode message, DiagnosticKind missing, in LocationScope parent)
    {
        using var location = Locate(in parent, message.ReservedRanges.Count);
        var startToken = Current;
        if (!ParseRangeStart(in location, missing, out var start) || !CheckFieldNumber(start)
            || !ParseRangeEnd(in location, in startToken, start, out var end, out var isNumber) || (isNumber && !CheckFieldNumber(end)))
        {
            return false;
        }

        message.ReservedRanges.Add(MakeReservedRange(in startToken, startToken.Span, start, end + 1));
        return true;
    }

    private bool ParseReservedRange(EnumNode node, DiagnosticKind missing, in LocationScope parent)
    {
        using var location = Locate(in parent, node.ReservedRanges.Count);
        var startToken = Current;
        if (!ParseSignedRangeStart(in location, missing, out var start))
        {
            return false;
        }

        var startSpan = SpanFrom(startToken.Start);
        if (!ParseSignedRangeEnd(in location, in startToken, start, out var end))
        {
            return false;
        }

        node.ReservedRanges.Add(MakeReservedRange(in startToken, startSpan, start, end));
        return true;
    }

    private ReservedRangeNode MakeReservedRange(in Token startToken, TextSpan startSpan, int start, int end) => new(start, end)
    {
        Span = SpanFrom(startToken.Start),
        StartSpan = startSpan,
    };

    private bool ParseSignedRangeStart(in LocationScope rangeLocation, DiagnosticKind missing, out int start)
    {
        using var location = Locate(in rangeLocation, DescriptorFields.ReservedRange.Start);
        return ConsumeSignedInteger(out start, missing);
    }

    private bool ParseSignedRangeEnd(in LocationScope rangeLocation, in Token startToken, int start, out int end)
    {
        end = start;
        var hasEnd = TryConsume(Keyword.To);
        using var location = Locate(in rangeLocation, DescriptorFields.ReservedRange.End);
        if (!hasEnd)
        {
            location.StartAt(in startToken);
            location.EndAt(in startToken);
            return true;
        }

        if (TryConsume(Keyword.Max))
        {
            end = int.MaxValue;
            return true;
        }

        return ConsumeSignedInteger(out end, SyntaxDiagnostics.ExpectedInteger);
    }

    private bool ParseReservedNames(List<string> names, ReservedWords words, in LocationScope parent, in Token keyword)
    {
        var isString = LookingAt(TokenKind.String);
        if (isString == _isEditions)
        {
            AddError(isString ? SyntaxDiagnostics.ReservedStringInEditions : SyntaxDiagnostics.ReservedIdentifier);
            return false;
        }

        using var location = Locate(in parent, words.NamesField);
        location.StartAt(in keyword);
        do
        {
            using var nameLocation = Locate(in location, names.Count);
            if (!(isString ? ParseReservedString(words, out var name) : TryConsumeName(words.ExpectedName, out name)))
            {
                return false;
            }

            names.Add(name.Text);
        }
        while (TryConsume(','));
        return ConsumeEnd(';', in location, null);
    }

    private bool ParseReservedString(ReservedWords words, out Name name)
    {
        var token = Current;
        var isString = ConsumeString(out var text, words.ExpectedString);
        name = new Name(text, SpanFrom(token.Start));
        if (isString && !Ascii.IsIdentifier(text))
        {
            Add(SyntaxDiagnostics.ReservedNameNotIdentifier, in token, text);
        }

        return isString;
    }

    /// <summary>The differences between the reserved names of messages and of enums.</summary>
    private sealed record ReservedWords(int NamesField, DiagnosticKind ExpectedString, DiagnosticKind ExpectedName)
    {
        public static ReservedWords Message { get; } =
            new(
                DescriptorFields.Message.ReservedName, SyntaxDiagnostics.ExpectedReservedFieldString,
                SyntaxDiagnostics.ExpectedReservedFieldName);

        public static ReservedWords Enum { get; } =
            new(
                DescriptorFields.Enum.ReservedName, SyntaxDiagnostics.ExpectedReservedValueString,
                SyntaxDiagnostics.ExpectedReservedValueName);
    }
}
