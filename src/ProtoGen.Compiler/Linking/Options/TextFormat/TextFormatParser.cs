using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <summary>Converts a message from text format, which aggregate values of options use, to the binary format.</summary>
/// <remarks>Nested messages are kept in a list instead of recursion, so that the nesting depth is unlimited, as in protoc.</remarks>
internal sealed partial class TextFormatParser(SymbolLookup symbols, OptionBindings bindings, EnumValueLookup enumValues)
{
    private readonly List<MessageFrame> _frames = [];
    private readonly Dictionary<MessageDescriptor, IReadOnlyList<FieldDescriptor>> _requiredFields = [];
    private readonly List<string> _errors = [];
    private TextFormatLexer _lexer = null!;
    private int _depth;

    private MessageFrame Top => _frames[_depth - 1];

    /// <summary>
    /// Parses a message and appends it to <paramref name="output"/>. Returns false and protoc's error message if the text is not
    /// well-formed.
    /// </summary>
    public bool TryParse(byte[] text, MessageDescriptor type, WireWriter output, out string error)
    {
        _errors.Clear();
        _depth = 0;
        _lexer = new TextFormatLexer(text, AddError);
        _lexer.Next();
        Push(type, field: null, isInList: false);
        var isRead = ReadFields() && _errors.Count == 0 && CheckRequired(Top);
        if (isRead) Close(Top).WriteTo(output);
        error = string.Join("; ", _errors);
        return isRead;
    }

    private bool ReadFields()
    {
        while (true)
        {
            if (_depth == 1 && _lexer.Kind == TextTokenKind.End) return true;
            var isRead = _depth > 1 && (_lexer.IsAt('>') || _lexer.IsAt('}')) ? CloseMessage() : ReadField();
            if (!isRead) return false;
        }
    }

    private void Push(MessageDescriptor type, FieldDescriptor? field, bool isInList, string? anyUrl = null)
    {
        if (_depth == _frames.Count) _frames.Add(new MessageFrame());
        _frames[_depth++].Reset(type, field, isInList, anyUrl);
    }

    private bool OpenMessage(MessageDescriptor type, FieldDescriptor? field, bool isInList, string? anyUrl = null)
    {
        if (!ConsumeOpener(out var closer)) return false;
        Push(type, field, isInList, anyUrl);
        Top.Closer = closer;
        return true;
    }

    private bool ConsumeOpener(out char closer)
    {
        closer = _lexer.IsAt('<') ? '>' : '}';
        return closer == '>' ? TryConsume('<') : Consume('{');
    }

    private bool CloseMessage()
    {
        var frame = Top;
        if (!Consume(frame.Closer)) return false;
        if (frame.AnyUrl is { } url) return CloseAny(frame, url);
        _depth--;
        AddToParent(frame, frame.Field!);
        return !frame.IsInList || TryConsume(']') ? EndField() : Consume(',') && OpenMessage(frame.Type, frame.Field, isInList: true);
    }

    private void AddToParent(MessageFrame frame, FieldDescriptor field)
    {
        var parent = Top;
        parent.AddMissing(field, frame.FindMissing(RequiredFieldsOf(frame.Type)));
        parent.Records.Begin(field.Number);
        MessageFieldWriter.Write(parent.Records.Content, field, Close(frame));
        parent.Records.Commit();
        if (!field.IsRepeated) parent.MarkSet(field);
    }

    private static MessageRecords Close(MessageFrame frame)
    {
        MapEntryFields.Complete(frame.Type, frame.Records);
        return frame.Records;
    }

    /// <summary>Reads the optional comma or semicolon at the end of a field.</summary>
    private bool EndField()
    {
        if (!TryConsume(';')) TryConsume(',');
        return true;
    }

    private bool CheckRequired(MessageFrame frame)
    {
        var missing = frame.FindMissing(RequiredFieldsOf(frame.Type));
        return missing.Count == 0 || Fail($"Message missing required fields: {string.Join(", ", missing)}");
    }

    private IReadOnlyList<FieldDescriptor> RequiredFieldsOf(MessageDescriptor type)
    {
        if (!_requiredFields.TryGetValue(type, out var fields))
        {
            _requiredFields.Add(type, fields = type.Fields.Where(field => field.IsRequired).ToList());
        }

        return fields;
    }

    private bool Fail(string message)
    {
        AddError(message);
        return false;
    }

    private void AddError(string message) => _errors.Add(message);

    private bool Consume(char symbol) =>
        TryConsume(symbol) || Fail($"Expected \"{symbol}\", found \"{_lexer.Text}\".");

    private bool TryConsume(char symbol)
    {
        if (!_lexer.IsAt(symbol)) return false;
        _lexer.Next();
        return true;
    }
}
