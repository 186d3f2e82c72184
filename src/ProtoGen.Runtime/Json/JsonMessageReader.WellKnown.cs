using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

internal unsafe ref partial struct JsonMessageReader
{
    private void ReadWellKnown(MessageSchema schema)
    {
        switch (schema.WellKnown)
        {
            case WellKnownType.Any:
                ReadAny();
                break;
            case WellKnownType.Timestamp:
                ReadTime(TimeText.TryReadTimestamp, "a time such as 2026-01-31T12:00:00Z");
                break;
            case WellKnownType.Duration:
                ReadTime(TimeText.TryReadDuration, "a duration such as 1.5s");
                break;
            case WellKnownType.FieldMask:
                ReadFieldMask();
                break;
            case WellKnownType.Value:
                ReadDynamicValue(schema);
                break;
            case WellKnownType.Wrapper:
                ReadSingular(schema.Fields[0]);
                break;
            case WellKnownType.Struct:
                ReadMap(schema.Fields[0]);
                break;
            default:
                ReadArray(schema.Fields[0]);
                break;
        }
    }

    private delegate bool TimeReader(ReadOnlySpan<byte> text, out long seconds, out int nanos);

    private void ReadTime(TimeReader reader, string what)
    {
        var start = _position;
        if (Peek() != '"')
            FailValue("Expected a string", what);
        if (!reader(ReadText(), out var seconds, out var nanos))
            FailAt(start, "Expected " + what);
        if (seconds != 0)
        {
            _output.AddVarint(WellKnownTypes.SecondsTag);
            _output.AddVarint((ulong)seconds);
        }
        if (nanos != 0)
        {
            _output.AddVarint(WellKnownTypes.NanosTag);
            _output.AddVarint((ulong)nanos);
        }
    }

    private void ReadFieldMask()
    {
        var start = _position;
        if (Peek() != '"')
            FailValue("Expected a string", "google.protobuf.FieldMask");
        var paths = ReadText();
        while (!paths.IsEmpty)
        {
            var end = paths.IndexOf((byte)',');
            // Google.Protobuf ignores empty paths, too.
            if (end != 0)
                ReadPath(end < 0 ? paths : paths[..end], start);
            paths = end < 0 ? default : paths[(end + 1)..];
        }
    }

    private void ReadPath(ReadOnlySpan<byte> path, byte* start)
    {
        _output.AddVarint(WellKnownTypes.PathsTag);
        var content = _output.Open(isLarge: false);
        foreach (var c in path)
        {
            if (c is >= (byte)'A' and <= (byte)'Z')
            {
                _output.Add((byte)'_');
                _output.Add((byte)(c - 'A' + 'a'));
            }
            else if (c is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'.')
            {
                _output.Add(c);
            }
            else
            {
                FailAt(start, $"'{Encoding.UTF8.GetString(path)}' is not a path of google.protobuf.FieldMask");
            }
        }
        _output.Close(content, isLarge: false);
    }

    private void ReadDynamicValue(MessageSchema schema)
    {
        switch (Peek())
        {
            case (byte)'n':
                ReadLiteral("null"u8);
                _output.AddVarint(schema.Fields[0].ElementTag);
                _output.Add(0);
                break;
            case (byte)'"':
                ReadSingular(schema.Fields[2]);
                break;
            case (byte)'t' or (byte)'f':
                ReadSingular(schema.Fields[3]);
                break;
            case (byte)'{':
                ReadSingular(schema.Fields[4]);
                break;
            case (byte)'[':
                ReadSingular(schema.Fields[5]);
                break;
            default:
                ReadSingular(schema.Fields[1]);
                break;
        }
    }

    private void ReadAny()
    {
        var start = _position;
        if (Peek() != '{')
            FailValue("Expected an object", "google.protobuf.Any");
        var typeUrl = FindType(out var isEmpty);
        if (typeUrl.IsEmpty)
        {
            if (!isEmpty)
                FailAt(start, "google.protobuf.Any needs a member @type with a type URL");
            return;
        }
        var schema = _registry.FindMessage(AnyTypes.NameOf(typeUrl));
        if (schema == null || typeUrl.IndexOf((byte)'/') < 0)
            FailAt(start, $"The type registry has no message for the type URL '{Encoding.UTF8.GetString(typeUrl)}'");
        _output.AddVarint(AnyTypes.TypeUrlTag);
        _output.AddVarint((uint)typeUrl.Length);
        _output.Add(typeUrl);
        _output.AddVarint(AnyTypes.ValueTag);
        var isLarge = IsLarge;
        var content = _output.Open(isLarge);
        // Depth starts at zero: the content of an Any is serialized on its own and is not nested in this message.
        var depth = _wireDepth;
        _wireDepth = 0;
        _position = start + 1;
        Enter();
        if (schema.WellKnown == WellKnownType.None)
            ReadMembers(schema, isAny: true);
        else
            ReadWrapped(schema);
        _wireDepth = depth;
        _output.Close(content, isLarge);
    }

    /// <summary>Reads an Any whose content has a special JSON form, which is the member <c>value</c>.</summary>
    private void ReadWrapped(MessageSchema schema)
    {
        var hasValue = false;
        do
        {
            SkipWhitespace();
            var start = _position;
            var isValue = ReadText().SequenceEqual("value"u8);
            SkipWhitespace();
            _position++;
            SkipWhitespace();
            if (!isValue)
            {
                // FindType has checked the syntax of all members. The members other than value are @type or unknown.
                if (!_ignoresUnknown && !IsType(start))
                    FailAt(start, $"google.protobuf.Any with {schema.FullName} has the members @type and value only");
                SkipValue();
                continue;
            }
            if (hasValue)
                FailAt(start, "google.protobuf.Any has the member value twice");
            hasValue = true;
            ReadMessage(schema);
        }
        while (NextElement((byte)'}'));
    }

    private readonly bool IsType(byte* name)
    {
        var copy = this;
        copy._position = name;
        return copy.ReadText().SequenceEqual("@type"u8);
    }

    /// <summary>Returns the type URL of the object at the current position, without moving the position.</summary>
    private ReadOnlySpan<byte> FindType(out bool isEmpty)
    {
        var start = _position;
        var depth = _depth;
        ReadOnlySpan<byte> type = default;
        _position++;
        Enter();
        SkipWhitespace();
        isEmpty = Peek() == '}';
        if (isEmpty)
        {
            _position++;
            _depth = depth;
            return default;
        }
        var isFound = false;
        do
        {
            if (Peek() != '"')
                FailSyntax("Expected a name in double quotes");
            var name = _position;
            var isType = ReadText().SequenceEqual("@type"u8);
            ReadColon("the name of a member");
            if (!isType)
            {
                SkipValue();
                continue;
            }
            if (isFound)
                FailAt(name, "google.protobuf.Any has the member @type twice");
            if (Peek() != '"')
                FailValue("Expected a string", "@type");
            type = ReadText();
            isFound = true;
        }
        while (NextElement((byte)'}'));
        _position = start;
        _depth = depth;
        return type;
    }
}
