using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Converts text format to the wire format, guided by the message's schema, as protoc's C++ runtime does.</summary>
internal unsafe ref partial struct TextMessageReader
{
    // If the input is longer than this, a nested message may be long.
    private const int LargeInput = 1 << 16;

    private readonly ISchemaRegistry _registry;
    private readonly bool _ignoresUnknown;
    private readonly bool _validatesUtf8;
    private readonly bool _isLarge;
    private readonly int _depthLimit;
    private readonly ref OutputBuffer _output;
    private TextTokenizer _tokens;
    private int _depth;

    public TextMessageReader(byte* start, int length, TextReadOptions options, ISchemaRegistry registry, ref OutputBuffer output)
    {
        _registry = registry;
        _ignoresUnknown = options.IgnoreUnknownFields;
        _validatesUtf8 = options.Report == null;
        _depthLimit = options.RecursionLimit;
        _isLarge = length > LargeInput;
        _output = ref output;
        _tokens = new TextTokenizer(start, length, options.Report);
    }

    /// <summary>Gets how deeply messages are nested in the output.</summary>
    public int DeepestMessage { get; private set; }

    /// <summary>Reads the whole input as one message.</summary>
    /// <exception cref="TextFormatException">The text is not a message of this type.</exception>
    public void ReadAll(MessageSchema schema)
    {
        var seen = new HashSet<object>();
        while (_tokens.Kind != TextTokenKind.End)
            ReadField(schema, seen);
        _tokens.ThrowIfInvalid();
    }

    /// <summary>Reads the fields of a nested message and its closing bracket.</summary>
    private void ReadMessage(MessageSchema schema)
    {
        var close = OpenMessage();
        var seen = new HashSet<object>();
        while (!_tokens.Is('>') && !_tokens.Is('}'))
            ReadField(schema, seen);
        CloseMessage(close);
    }

    private char OpenMessage()
    {
        if (++_depth > _depthLimit)
            _tokens.Fail($"Message is too deep, the parser exceeded the configured recursion limit of {_depthLimit}.");
        DeepestMessage = Math.Max(DeepestMessage, _depth);
        if (_tokens.Is('<'))
        {
            _tokens.Next();
            return '>';
        }
        Expect('{');
        return '}';
    }

    private void CloseMessage(char close)
    {
        Expect(close);
        _depth--;
    }

    private void ReadField(MessageSchema schema, HashSet<object> seen)
    {
        if (_tokens.Is('['))
        {
            var name = _tokens.ReadBracketed();
            if (schema.WellKnown == WellKnownType.Any)
            {
                ReadAny(schema, name, seen);
            }
            else
            {
                var extension = FindExtension(schema, name);
                ReadKnown(schema, extension, extension?.ExtensionName ?? name, seen);
            }
        }
        else
        {
            var name = ReadIdentifier();
            var field = schema.FindName(Encoding.UTF8.GetBytes(name));
            if (field == null && !schema.IsReserved(name) && !_ignoresUnknown)
                _tokens.Fail($"Message type \"{schema.FullName}\" has no field named \"{name}\".");
            ReadKnown(schema, field, name, seen);
        }
        // For historical reasons fields can be separated by either character.
        if (_tokens.Is(';') || _tokens.Is(','))
            _tokens.Next();
    }

    private FieldSchema? FindExtension(MessageSchema schema, string name)
    {
        if (name.Contains('/'))
            _tokens.FailAfterBracket("Extension name contains \"/\"");
        var field = _registry.FindExtension(name) ?? (schema.IsMessageSet ? _registry.FindItem(name) : null);
        if (field?.Extendee == schema.FullName)
            return field;
        if (!_ignoresUnknown)
            _tokens.Fail($"Extension \"{name}\" is not defined or is not an extension of \"{schema.FullName}\".");
        return null;
    }

    private void ReadKnown(MessageSchema schema, FieldSchema? field, string name, HashSet<object> seen)
    {
        if (field == null)
        {
            SkipField();
            return;
        }
        CheckFirst(schema, field, name, seen);
        if (field.IsDeprecated)
            _tokens.Warn($"text format contains deprecated field \"{name}\"");
        if (_tokens.Is(':'))
            _tokens.Next();
        else if (!field.Kind.IsMessage())
            Expect(':');
        var start = _output.Length;
        if (field.IsRepeated && _tokens.Is('['))
            ReadList(field);
        else
            ReadValue(field);
        // A field without presence that has its default value counts as not set.
        if (!field.IsRepeated && (field.HasPresence || HasValue(start, field)))
            seen.Add(field);
        if (field is { IsExtension: false, Oneof: >= 0 })
            seen.Add(field.Oneof);
    }

    private readonly bool HasValue(int start, FieldSchema field) =>
        _output.Length > start && _output.Written[(start + Varint.Size(field.ElementTag))..].ContainsAnyExcept((byte)0);

    private void CheckFirst(MessageSchema schema, FieldSchema field, string name, HashSet<object> seen)
    {
        if (field.IsRepeated)
            return;
        if (seen.Contains(field))
            _tokens.Fail($"Non-repeated field \"{name}\" is specified multiple times.");
        if (field is { IsExtension: false, Oneof: >= 0 } && seen.Contains(field.Oneof))
        {
            var other = schema.Fields.First(candidate => candidate.Oneof == field.Oneof && seen.Contains(candidate));
            _tokens.Fail(
                $"Field \"{name}\" is specified along with field \"{other.Name}\", another member of oneof \"{field.OneofName}\".");
        }
    }

    private void ReadList(FieldSchema field)
    {
        _tokens.Next();
        if (_tokens.Is(']'))
        {
            _tokens.Next();
            return;
        }
        while (true)
        {
            ReadValue(field);
            if (_tokens.Is(']'))
                break;
            Expect(',');
        }
        _tokens.Next();
    }

    /// <summary>Reads a value and writes it with its tag.</summary>
    private void ReadValue(FieldSchema field)
    {
        if (field.Kind == FieldKind.Enum)
        {
            if (!TryReadEnum(field, out var number))
                return;
            _output.AddVarint(field.ElementTag);
            _output.AddVarint((ulong)number);
            return;
        }
        if (field.Kind == FieldKind.Message)
        {
            var isItem = MessageSet.StartField(field, ref _output);
            var content = _output.Open(_isLarge);
            ReadMessage(field.Message);
            _output.Close(content, _isLarge);
            if (isItem)
                MessageSet.EndItem(ref _output);
            return;
        }
        _output.AddVarint(field.ElementTag);
        if (field.Kind == FieldKind.Group)
        {
            ReadMessage(field.Message);
            _output.AddVarint(field.ElementTag + 1);
        }
        else
        {
            ReadScalar(field);
        }
    }

    private void ReadAny(MessageSchema any, string name, HashSet<object> seen)
    {
        var slash = name.LastIndexOf('/');
        if (slash < 0)
            _tokens.FailAfterBracket("Type URL prefix is missing");
        if (_tokens.Is(':'))
            _tokens.Next();
        if (_registry.FindMessage(name[(slash + 1)..]) is not { } schema)
        {
            _tokens.Fail($"Could not find type \"{name}\" stored in google.protobuf.Any.");
            return;
        }
        var url = Encoding.UTF8.GetBytes(name);
        _output.AddVarint(AnyTypes.TypeUrlTag);
        _output.AddVarint((uint)url.Length);
        _output.Add(url);
        _output.AddVarint(AnyTypes.ValueTag);
        var content = _output.Open(_isLarge);
        ReadMessage(schema);
        var isEmpty = _output.Length == content;
        _output.Close(content, _isLarge);
        // protoc checks this only after it has read the value.
        if (any.Fields.Any(seen.Contains))
            _tokens.Fail("Non-repeated Any specified multiple times.");
        seen.UnionWith(any.Fields.Where(field => field.Kind == FieldKind.String || !isEmpty));
    }

    private string ReadIdentifier()
    {
        if (_tokens.Kind != TextTokenKind.Identifier && !(_ignoresUnknown && _tokens.Kind == TextTokenKind.Integer))
            _tokens.Fail($"Expected identifier, got: {_tokens.TokenText}");
        var name = _tokens.TokenText;
        _tokens.Next();
        return name;
    }

    private void Expect(char symbol)
    {
        if (!_tokens.Is(symbol))
            _tokens.Fail($"Expected \"{symbol}\", found \"{_tokens.TokenText}\".");
        _tokens.Next();
    }

    private void SkipField()
    {
        if (_tokens.Is(':'))
        {
            _tokens.Next();
            if (!_tokens.Is('{') && !_tokens.Is('<'))
            {
                SkipValue();
                return;
            }
        }
        SkipMessage();
    }

    private void SkipMessage()
    {
        var close = OpenMessage();
        while (!_tokens.Is('>') && !_tokens.Is('}'))
        {
            if (_tokens.Is('['))
                _tokens.ReadBracketed();
            else
                SkipName();
            SkipField();
            if (_tokens.Is(';') || _tokens.Is(','))
                _tokens.Next();
        }
        CloseMessage(close);
    }

    private void SkipName()
    {
        if (_tokens.Kind is not (TextTokenKind.Identifier or TextTokenKind.Integer))
            _tokens.Fail($"Expected identifier, got: {_tokens.TokenText}");
        _tokens.Next();
    }

    private void SkipValue()
    {
        if (_tokens.Kind == TextTokenKind.String)
        {
            while (_tokens.Kind == TextTokenKind.String)
                _tokens.Next();
            return;
        }
        if (_tokens.Is('['))
        {
            SkipList();
            return;
        }
        var hasMinus = _tokens.Is('-');
        if (hasMinus)
            _tokens.Next();
        if (_tokens.Kind is not (TextTokenKind.Integer or TextTokenKind.Float or TextTokenKind.Identifier))
            _tokens.Fail($"Cannot skip field value, unexpected token: {_tokens.TokenText}");
        if (hasMinus && _tokens.Kind == TextTokenKind.Identifier && !IsFloatName(_tokens.TokenText))
            _tokens.Fail($"Invalid float number: {_tokens.TokenText}");
        _tokens.Next();
    }

    private void SkipList()
    {
        if (++_depth > _depthLimit)
            _tokens.Fail($"Message is too deep, the parser exceeded the configured recursion limit of {_depthLimit}.");
        _tokens.Next();
        while (!_tokens.Is(']'))
        {
            if (_tokens.Is('{') || _tokens.Is('<'))
                SkipMessage();
            else
                SkipValue();
            if (!_tokens.Is(']'))
                Expect(',');
        }
        _tokens.Next();
        _depth--;
    }
}
