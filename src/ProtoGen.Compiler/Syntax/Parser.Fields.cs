using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    /// <summary>
    /// The depth at which groups are no longer read. protoc's parser has no limit and exhausts its stack at about this depth.
    /// </summary>
    private const int MaxGroupDepth = 16384;

    private int _groupDepth;

    private static bool IsLabel(Keyword keyword) => keyword is Keyword.Optional or Keyword.Required or Keyword.Repeated;

    private bool ParseField(in FieldContext context, in LocationScope parent, in LocationScope location)
    {
        var head = new FieldHead { Start = Current.Start };
        if (context.OneofIndex < 0)
        {
            ParseLabel(ref head, in location);
        }

        if (!ParseFieldType(ref head, in context, in location))
        {
            return false;
        }

        var nameToken = Current;
        if (!ParseName(in location, DescriptorFields.Field.Name, SyntaxDiagnostics.ExpectedFieldName, out var name))
        {
            return false;
        }

        var field = MakeField(in head, in context, name);
        context.Fields.Add(field);
        var isComplete = ParseFieldRest(field, in head, in context, in nameToken, in parent, in location);
        field.Span = SpanFrom(head.Start);
        return isComplete;
    }

    private FieldNode MakeField(in FieldHead head, in FieldContext context, Name name) => new(name)
    {
        Label = head.Map is null ? head.Label : FieldLabel.Repeated,
        Proto3Optional = _isProto3 && head.Label == FieldLabel.Optional,
        Type = head.Map is null ? head.Type.Type : FieldType.Unresolved,
        TypeName = head.Map is null ? head.Type.Name : NamingRules.MapEntry(name.Text),
        TypeSpan = head.TypeSpan,
        OneofIndex = context.OneofIndex,
        Extendee = context.Extendee,
    };

    private bool ParseFieldRest(
        FieldNode field, in FieldHead head, in FieldContext context, in Token nameToken, in LocationScope parent, in LocationScope location)
    {
        if (!Consume('=', SyntaxDiagnostics.MissingFieldNumber) || !ParseFieldNumber(field, in location)
            || !ParseFieldOptions(field, in location))
        {
            return false;
        }

        if (field.Type == FieldType.Group)
        {
            return ParseGroup(field, in context, in nameToken, in parent, in location);
        }

        var isComplete = ConsumeEnd(';', in location, field);
        if (head.Map is { } map)
        {
            context.Messages.Add(MapEntry.Make(field, in map));
        }

        return isComplete;
    }

    private bool ParseFieldNumber(FieldNode field, in LocationScope fieldLocation)
    {
        using var location = Locate(in fieldLocation, DescriptorFields.Field.Number);
        field.NumberSpan = Current.Span;
        var isNumber = ConsumeInteger(out var number, SyntaxDiagnostics.ExpectedFieldNumber);
        field.Number = number;
        return isNumber;
    }

    private void ParseLabel(ref FieldHead head, in LocationScope fieldLocation)
    {
        var label = Current.Keyword;
        if (!IsLabel(label))
        {
            return;
        }

        if (_isEditions && label != Keyword.Repeated)
        {
            AddError(label == Keyword.Optional ? SyntaxDiagnostics.OptionalInEditions : SyntaxDiagnostics.RequiredInEditions);
        }

        using var location = Locate(in fieldLocation, DescriptorFields.Field.Label);
        head.Label = label == Keyword.Optional ? FieldLabel.Optional
            : label == Keyword.Repeated ? FieldLabel.Repeated
            : FieldLabel.Required;
        _lexer.Next();
    }

    private bool ParseFieldType(ref FieldHead head, in FieldContext context, in LocationScope fieldLocation)
    {
        using var location = Locate(in fieldLocation);
        var first = Current;
        var isParsed = ParseMapOrType(ref head, in context, in first);
        head.TypeSpan = SpanFrom(first.Start);
        location.AddPath(head.Map is null && head.Type.Name is null ? DescriptorFields.Field.Type : DescriptorFields.Field.TypeName);
        return isParsed;
    }

    private bool ParseMapOrType(ref FieldHead head, in FieldContext context, in Token first)
    {
        var isTypeNamedMap = TryConsume(Keyword.Map);
        if (isTypeNamedMap && LookingAt('<'))
        {
            return ParseMapType(ref head, in context);
        }

        if (head.Label == FieldLabel.None && context.OneofIndex < 0 && !_isEditions && !_isProto3)
        {
            AddError(SyntaxDiagnostics.ExpectedLabel);
        }

        if (isTypeNamedMap)
        {
            head.Type = new TypeReference(FieldType.Unresolved, GetIdentifier(in first));
            return true;
        }

        var isParsed = ParseType(out var type);
        head.Type = type;
        return isParsed;
    }

    private bool ParseMapType(ref FieldHead head, in FieldContext context)
    {
        var refusal = context.OneofIndex >= 0 ? SyntaxDiagnostics.MapInOneof
            : head.Label != FieldLabel.None ? SyntaxDiagnostics.MapLabel
            : context.Extendee is not null ? SyntaxDiagnostics.MapExtension
            : null;
        if (refusal is not null)
        {
            AddError(refusal);
            return false;
        }

        _lexer.Next();
        if (!ParseType(out var key) || !Consume(',') || !ParseType(out var value) || !Consume('>'))
        {
            return false;
        }

        head.Map = new MapType(key, value);
        return true;
    }

    private bool ParseGroup(
        FieldNode field, in FieldContext context, in Token nameToken, in LocationScope parent, in LocationScope fieldLocation)
    {
        using var location = Locate(in parent);
        location.StartAt(in fieldLocation);
        location.AddPath(context.MessagesField);
        location.AddPath(context.Messages.Count);
        RecordGroupName(in location, DescriptorFields.Message.Name, in nameToken);
        RecordGroupName(in fieldLocation, DescriptorFields.Field.TypeName, in nameToken);

        var group = new MessageNode(field.Name);
        if (field.Name.Text[0] is < 'A' or > 'Z')
        {
            Add(SyntaxDiagnostics.GroupNameCase, in nameToken);
        }

        field.Name = new Name(field.Name.Text.ToLowerInvariant(), field.Name.Span);
        field.TypeName = group.Name.Text;
        context.Messages.Add(group);
        if (!LookingAt('{'))
        {
            AddError(SyntaxDiagnostics.MissingGroupBody);
            return false;
        }

        var isComplete = ParseGroupBlock(group, in location);
        group.Span = SpanFrom(field.TypeSpan.Start);
        field.Comments = group.Comments;
        return isComplete;
    }

    private bool ParseGroupBlock(MessageNode group, in LocationScope location)
    {
        if (_groupDepth >= MaxGroupDepth)
        {
            AddError(SyntaxDiagnostics.NestingLimit);
            GiveUp();
            return false;
        }

        if (_groupDepth++ == MaxMessageDepth)
        {
            // The linker will reject the file, and the memory for the paths of its locations would grow with the square of the depth.
            _locations = null;
        }

        var isComplete = DeepStack.HasRoom() ? ParseMessageBlock(group, in location) : ParseMessageBlockOnNewStack(group, location.Index);
        _groupDepth--;
        return isComplete;
    }

    private bool ParseMessageBlockOnNewStack(MessageNode message, int location) =>
        DeepStack.Run(() => ParseMessageBlock(message, LocationScope.At(_lexer, _locations, location)));

    /// <summary>Skips the rest of the file without further diagnostics.</summary>
    private void GiveUp()
    {
        _diagnostics.IsMuted = true;
        while (!IsAtEnd)
        {
            _lexer.Next();
        }
    }

    private void RecordGroupName(in LocationScope parent, int field, in Token name)
    {
        using var location = Locate(in parent, field);
        location.StartAt(in name);
        location.EndAt(in name);
    }
}
