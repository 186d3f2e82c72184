using System.Runtime.CompilerServices;
using System.Text;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts JSON to the wire format, guided by the message's schema.</summary>
internal unsafe ref partial struct JsonMessageReader
{
    // If more input than this remains, a nested message may be long.
    private const int LargeInput = 1 << 16;

    // Longer bit sets, for messages with many fields, are allocated on the heap.
    private const int WordsOnStack = 4;

    private readonly byte* _start;
    private readonly byte* _end;
    private readonly ISchemaRegistry _registry;
    private readonly bool _ignoresUnknown;
    private readonly int _depthLimit;
    private readonly ref OutputBuffer _output;
    private byte* _position;
    private int _depth;
    private int _wireDepth;

    public JsonMessageReader(byte* start, int length, JsonReadOptions options, ISchemaRegistry registry, ref OutputBuffer output)
    {
        _start = start;
        _position = start;
        _end = start + length;
        _registry = registry;
        _ignoresUnknown = options.IgnoreUnknownFields;
        _depthLimit = options.RecursionLimit;
        _output = ref output;
    }

    /// <summary>Gets how deeply messages are nested in the output. One level of a JSON object in a Struct counts as several.</summary>
    public int DeepestMessage { get; private set; }

    /// <summary>Reads the whole input as one message.</summary>
    /// <exception cref="InvalidJsonException">The input is not JSON.</exception>
    /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
    public void ReadAll(MessageSchema schema)
    {
        SkipWhitespace();
        ReadMessage(schema);
        SkipWhitespace();
        if (_position != _end)
            FailSyntax("Expected the end of the input after the JSON value");
    }

    private readonly bool IsLarge => _end - _position > LargeInput;

    /// <summary>Reads a message in its JSON form and writes its fields.</summary>
    private void ReadMessage(MessageSchema schema)
    {
        if (++_wireDepth > DeepestMessage)
            DeepestMessage = _wireDepth;
        if (schema.WellKnown is WellKnownType.None or WellKnownType.Empty)
        {
            OpenObject(schema);
            ReadMembers(schema, isAny: false);
        }
        else
        {
            ReadWellKnown(schema);
        }
        _wireDepth--;
    }

    private void OpenObject(MessageSchema schema)
    {
        if (Peek() != '{')
            FailValue("Expected an object", schema.FullName);
        _position++;
        Enter();
    }

    /// <summary>Reads the members of an object after its opening bracket, and the closing bracket.</summary>
    /// <param name="schema">The message.</param>
    /// <param name="isAny">Whether the object is an Any with the content type <paramref name="schema"/>.</param>
    [SkipLocalsInit]
    private void ReadMembers(MessageSchema schema, bool isAny)
    {
        SkipWhitespace();
        if (Peek() == '}')
        {
            _position++;
            _depth--;
            return;
        }
        var words = (schema.Fields.Length + schema.OneofCount + 63) >> 6;
        Span<ulong> seen = stackalloc ulong[WordsOnStack];
        seen = words <= WordsOnStack ? seen[..words] : new ulong[words];
        seen.Clear();
        HashSet<FieldSchema>? seenExtensions = null;
        var expected = 0;
        while (true)
        {
            var name = _position;
            var field = ReadName(schema, ref expected, isAny, out var isType);
            ReadColon("the name of a member");
            if (field == null)
            {
                SkipUnknown(schema, name, isType);
            }
            else
            {
                if (field.IsExtension && !(seenExtensions ??= []).Add(field))
                    FailAt(name, $"Field '{field.ExtensionName}' has been set already");
                ReadField(field, seen, schema.Fields.Length, name);
            }
            SkipWhitespace();
            var next = Peek();
            _position++;
            if (next == ',')
            {
                SkipWhitespace();
                continue;
            }
            if (next == '}')
            {
                _depth--;
                return;
            }
            _position--;
            FailSyntax("Expected ',' or '}'");
        }
    }

    /// <summary>Reads the name of a member and returns its field, or null if the name is unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FieldSchema? ReadName(MessageSchema schema, ref int expected, bool isAny, out bool isType)
    {
        isType = false;
        if ((uint)expected < (uint)schema.Fields.Length)
        {
            // Most writers order members by field number, so the next field is the likely one.
            var next = schema.Fields[expected];
            var quoted = next.JsonMember.Quoted;
            if (_end - _position >= quoted.Length && quoted.SequenceEqual(new ReadOnlySpan<byte>(_position, quoted.Length)))
            {
                _position += quoted.Length;
                expected++;
                return next;
            }
        }
        return FindName(schema, ref expected, isAny, out isType);
    }

    private FieldSchema? FindName(MessageSchema schema, ref int expected, bool isAny, out bool isType)
    {
        if (Peek() != '"')
            FailSyntax("Expected a name in double quotes");
        var name = ReadText();
        isType = isAny && name.SequenceEqual("@type"u8);
        if (isType)
            return null;
        if (schema.FindJsonName(name) is { } field)
        {
            expected = field.Index + 1;
            return field;
        }
        if (name.Length < 2 || name[0] != '[' || name[^1] != ']')
            return null;
        var extension = _registry.FindExtension(Encoding.UTF8.GetString(name[1..^1]));
        return extension?.Extendee == schema.FullName ? extension : null;
    }

    private void SkipUnknown(MessageSchema schema, byte* name, bool isType)
    {
        if (!isType && !_ignoresUnknown)
        {
            _position = name;
            FailAt(name, $"{schema.FullName} has no field '{Encoding.UTF8.GetString(ReadText())}'");
        }
        SkipValue();
    }

    private void ReadField(FieldSchema field, scoped Span<ulong> seen, int firstOneof, byte* name)
    {
        if (!field.IsExtension)
            Mark(field, seen, field.Index, name);
        if (Peek() == 'n' && (field.IsRepeated || !field.AcceptsNull))
        {
            ReadLiteral("null"u8);
            return;
        }
        if (field.Oneof >= 0 && !field.IsExtension)
            Mark(field, seen, firstOneof + field.Oneof, name);
        if (!field.IsRepeated)
            ReadSingular(field);
        else if (field.IsMap)
            ReadMap(field);
        else
            ReadArray(field);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Mark(FieldSchema field, scoped Span<ulong> seen, int index, byte* name)
    {
        ref var word = ref seen[index >> 6];
        var bit = 1UL << (index & 63);
        if ((word & bit) != 0)
            FailAt(name, $"Field '{field.JsonName}' or another field of its oneof has been set already");
        word |= bit;
    }
}
