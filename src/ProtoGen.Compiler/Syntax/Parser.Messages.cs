using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    /// <summary>protoc's limit for nested messages. Its parser checks only written messages, and its linker also checks groups.</summary>
    private const int MaxMessageDepth = 32;

    private int _messageDepth;

    private bool ParseMessage(List<MessageNode> messages, SymbolVisibility visibility, in LocationScope location)
    {
        if (_messageDepth + 1 >= MaxMessageDepth)
        {
            AddError(SyntaxDiagnostics.NestingLimit);
            return false;
        }

        var start = Current.Start;
        _lexer.Next();
        if (!ParseName(in location, DescriptorFields.Message.Name, SyntaxDiagnostics.ExpectedMessageName, out var name))
        {
            return false;
        }

        var message = new MessageNode(name) { Visibility = visibility };
        messages.Add(message);
        _messageDepth++;
        var isComplete = ParseMessageBlock(message, in location);
        _messageDepth--;
        message.Span = SpanFrom(start);
        if (_isProto3)
        {
            SyntheticOneofs.AddTo(message);
        }

        return isComplete;
    }

    private bool ParseName(in LocationScope parent, int field, DiagnosticKind missing, out Name name)
    {
        using var location = Locate(in parent, field);
        return TryConsumeName(missing, out name);
    }

    private bool ParseMessageBlock(MessageNode message, in LocationScope location)
    {
        if (!ConsumeEnd('{', in location, message))
        {
            return false;
        }

        var isClosed = ParseMessageStatements(message, in location);
        MessageRanges.ResolveMaximum(message);
        return isClosed && CheckMapEntryOption(message);
    }

    private bool ParseMessageStatements(MessageNode message, in LocationScope location)
    {
        while (!TryConsumeEnd('}'))
        {
            if (IsAtEnd)
            {
                AddError(SyntaxDiagnostics.EndInMessage);
                return false;
            }

            if (!ParseMessageStatement(message, in location))
            {
                SkipStatement();
            }
        }

        return true;
    }

    private bool ParseMessageStatement(MessageNode message, in LocationScope parent)
    {
        if (TryConsumeEnd(';'))
        {
            return true;
        }

        if (!ParseVisibility(out var visibility))
        {
            return false;
        }

        switch (Current.Keyword)
        {
            case Keyword.Message:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.NestedType, message.Messages.Count);
                    return ParseMessage(message.Messages, visibility, in location);
                }

            case Keyword.Enum:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.EnumType, message.Enums.Count);
                    return ParseEnum(message.Enums, visibility, in location);
                }

            case Keyword.Extensions:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.ExtensionRange);
                    return ParseExtensionRanges(message, in location);
                }

            case Keyword.Reserved:
                return ParseReserved(message, in parent);
            case Keyword.Extend:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.Extension);
                    return ParseExtend(message.Extensions, message.Messages, in parent, DescriptorFields.Message.NestedType, in location);
                }

            case Keyword.Option:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.Options);
                    return ParseOptionStatement(message.Options, in location);
                }

            case Keyword.Oneof:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.OneofDecl, message.Oneofs.Count);
                    return ParseOneof(message, in location, in parent);
                }

            default:
                {
                    using var location = Locate(in parent, DescriptorFields.Message.Field, message.Fields.Count);
                    return ParseField(
                        new FieldContext(message.Fields, message.Messages, DescriptorFields.Message.NestedType), in parent, in location);
                }
        }
    }

    private bool ParseOneof(MessageNode message, in LocationScope location, in LocationScope messageLocation)
    {
        var start = Current.Start;
        _lexer.Next();
        if (!ParseName(in location, DescriptorFields.Oneof.Name, SyntaxDiagnostics.ExpectedOneofName, out var name))
        {
            return false;
        }

        var oneof = new OneofNode(name);
        message.Oneofs.Add(oneof);
        var isComplete = ParseOneofBlock(message, oneof, in location, in messageLocation);
        oneof.Span = SpanFrom(start);
        return isComplete;
    }

    private bool ParseOneofBlock(MessageNode message, OneofNode oneof, in LocationScope location, in LocationScope messageLocation)
    {
        if (!ConsumeEnd('{', in location, oneof))
        {
            return false;
        }

        do
        {
            if (IsAtEnd)
            {
                AddError(SyntaxDiagnostics.EndInOneof);
                return false;
            }

            if (LookingAt(Keyword.Option))
            {
                using var optionLocation = Locate(in location, DescriptorFields.Oneof.Options);
                if (!ParseOptionStatement(oneof.Options, in optionLocation))
                {
                    return false;
                }
            }
            else if (!ParseOneofField(message, in messageLocation))
            {
                SkipStatement();
            }
        }
        while (!TryConsumeEnd('}'));
        return true;
    }

    private bool ParseOneofField(MessageNode message, in LocationScope messageLocation)
    {
        if (IsLabel(Current.Keyword))
        {
            AddError(SyntaxDiagnostics.LabelInOneof);
            _lexer.Next();
        }

        using var location = Locate(in messageLocation, DescriptorFields.Message.Field, message.Fields.Count);
        var context = new FieldContext(message.Fields, message.Messages, DescriptorFields.Message.NestedType)
        {
            OneofIndex = message.Oneofs.Count - 1,
        };
        return ParseField(in context, in messageLocation, in location);
    }

    /// <summary>Reports the option map_entry, which only the parser may set.</summary>
    private bool CheckMapEntryOption(MessageNode message)
    {
        foreach (var option in message.Options)
        {
            if (option.NameParts.Count > 0 && option.NameParts[0] is { IsExtension: false, Text: "map_entry" })
            {
                (var line, var column) = _source.GetPosition(option.NameSpan.Start);
                _diagnostics.Add(SyntaxDiagnostics.ExplicitMapEntry, line, column, option.NameSpan);
                return false;
            }
        }

        return true;
    }
}
