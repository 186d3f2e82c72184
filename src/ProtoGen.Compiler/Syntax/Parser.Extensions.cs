using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private bool ParseExtend(
        List<FieldNode> extensions, List<MessageNode> messages, in LocationScope parent, int messagesField, in LocationScope location)
    {
        _lexer.Next();
        var first = Current;
        if (!ParseTypeName(out var extendee))
        {
            return false;
        }

        var last = _lexer.Previous;
        if (!ConsumeEnd('{', in location, null))
        {
            return false;
        }

        // protoc stores the position of the extended message only for the first extension of a block.
        var context = new FieldContext(extensions, messages, messagesField)
        {
            Extendee = new Name(extendee, Text.TextSpan.FromBounds(first.Start, last.End)),
        };
        do
        {
            if (IsAtEnd)
            {
                AddError(SyntaxDiagnostics.EndInExtend);
                return false;
            }

            if (!ParseExtension(in context, in parent, in location, in first, in last))
            {
                SkipStatement();
            }

            context = context with { Extendee = new Name(extendee, default) };
        }
        while (!TryConsumeEnd('}'));
        return true;
    }

    private bool ParseExtension(
        in FieldContext context, in LocationScope parent, in LocationScope extendLocation, in Token first, in Token last)
    {
        using var location = Locate(in extendLocation, context.Fields.Count);
        using (var extendeeLocation = Locate(in location, DescriptorFields.Field.Extendee))
        {
            extendeeLocation.StartAt(in first);
            extendeeLocation.EndAt(in last);
        }

        return ParseField(in context, in parent, in location);
    }

    private bool ParseExtensionRanges(MessageNode message, in LocationScope location)
    {
        _lexer.Next();
        var firstRange = message.ExtensionRanges.Count;
        do
        {
            if (!ParseExtensionRange(message, in location))
            {
                return false;
            }
        }
        while (TryConsume(','));
        if (LookingAt('[') && !ParseRangeOptions(message, firstRange, in location))
        {
            return false;
        }

        return ConsumeEnd(';', in location, null);
    }

    private bool ParseExtensionRange(MessageNode message, in LocationScope parent)
    {
        using var location = Locate(in parent, message.ExtensionRanges.Count);
        var startToken = Current;
        if (!ParseRangeStart(in location, SyntaxDiagnostics.ExpectedFieldRange, out var start) || !CheckFieldNumber(start))
        {
            return false;
        }

        var isRange = ParseRangeEnd(in location, in startToken, start, out var end, out var isNumber);
        if (!isRange || (isNumber && !CheckFieldNumber(end)))
        {
            return false;
        }

        message.ExtensionRanges.Add(new ExtensionRangeNode(start, end + 1)
        {
            Span = SpanFrom(startToken.Start),
            StartSpan = startToken.Span,
        });
        return true;
    }

    private bool CheckFieldNumber(int number)
    {
        if (number != int.MaxValue)
        {
            return true;
        }

        AddError(SyntaxDiagnostics.FieldNumberBounds);
        return false;
    }

    private bool ParseRangeStart(in LocationScope rangeLocation, DiagnosticKind missing, out int start)
    {
        using var location = Locate(in rangeLocation, DescriptorFields.ExtensionRange.Start);
        return ConsumeInteger(out start, missing);
    }

    /// <summary>
    /// Reads the inclusive end of a range: <c>to</c> with a number, or <c>to max</c>. Without <c>to</c>, the end is the start.
    /// </summary>
    private bool ParseRangeEnd(in LocationScope rangeLocation, in Token startToken, int start, out int end, out bool isNumber)
    {
        end = start;
        isNumber = false;
        var hasEnd = TryConsume(Keyword.To);
        using var location = Locate(in rangeLocation, DescriptorFields.ExtensionRange.End);
        if (!hasEnd)
        {
            location.StartAt(in startToken);
            location.EndAt(in startToken);
            return true;
        }

        if (TryConsume(Keyword.Max))
        {
            end = MessageRanges.Maximum - 1;
            return true;
        }

        isNumber = ConsumeInteger(out end, SyntaxDiagnostics.ExpectedInteger);
        return isNumber;
    }

    /// <summary>
    /// Reads the options of all ranges of a statement. protoc parses them for the first range and copies them, with their locations, to the
    /// others.
    /// </summary>
    private bool ParseRangeOptions(MessageNode message, int firstRange, in LocationScope rangesLocation)
    {
        var allLocations = _locations;
        SourceLocations? optionLocations = null;
        if (allLocations is not null)
        {
            optionLocations = new SourceLocations();
            optionLocations.AddCopy(allLocations, rangesLocation.Index);
            optionLocations.Extend(0, 0);
        }

        _locations = optionLocations;
        var options = message.ExtensionRanges[firstRange].Options;
        var isParsed = ParseRangeOptionList(options);
        _locations = allLocations;
        for (var i = firstRange + 1; i < message.ExtensionRanges.Count; i++)
        {
            message.ExtensionRanges[i].Options.AddRange(options.ConvertAll(static option => option.CopyWithoutSpans()));
        }

        if (optionLocations is not null)
        {
            CopyLocations(optionLocations, message, firstRange, rangesLocation.PathLength);
        }

        return isParsed;
    }

    private bool ParseRangeOptionList(List<OptionNode> options)
    {
        using var location = LocationScope.Open(_lexer, _locations, 0);
        location.AddPath(DescriptorFields.ExtensionRange.Options);
        return ParseOptionList(options, in location);
    }

    private void CopyLocations(SourceLocations optionLocations, MessageNode message, int firstRange, int pathPosition)
    {
        var first = message.ExtensionRanges[firstRange].Options;
        var indexes = new int[first.Count];
        for (var i = 0; i < indexes.Length; i++) indexes[i] = first[i].LocationIndex;
        for (var range = firstRange; range < message.ExtensionRanges.Count; range++)
        {
            var offset = _locations!.Count - 1;
            for (var i = 1; i < optionLocations.Count; i++)
            {
                var copy = _locations.AddCopy(optionLocations, i);
                _locations.SetPathElement(copy, pathPosition, range);
            }

            var options = message.ExtensionRanges[range].Options;
            for (var i = 0; i < options.Count; i++)
            {
                options[i].LocationIndex = offset + indexes[i];
            }
        }
    }
}
