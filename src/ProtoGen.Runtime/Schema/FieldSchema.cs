namespace ProtoGen.Runtime.Schema;

/// <summary>What the engines need to know of a field.</summary>
internal sealed class FieldSchema
{
    private readonly Func<MessageSchema>? _findMessage;
    private readonly Func<EnumSchema>? _findEnum;
    private MessageSchema? _message;
    private EnumSchema? _enum;

    /// <summary>Makes the schema of a field.</summary>
    /// <param name="name">The name in the .proto file.</param>
    /// <param name="jsonName">The name in JSON.</param>
    /// <param name="number">The number.</param>
    /// <param name="kind">The declared type.</param>
    /// <param name="findMessage">Finds the type of a message or group. Not called before it is needed: types may be recursive.</param>
    /// <param name="findEnum">Finds the type of an enum.</param>
    public FieldSchema(
        string name, string jsonName, int number, FieldKind kind, Func<MessageSchema>? findMessage = null,
        Func<EnumSchema>? findEnum = null)
    {
        Name = name;
        JsonName = jsonName;
        Number = number;
        Kind = kind;
        ElementTag = (uint)((number << 3) | kind.WireType());
        ProtoMember = new MemberName(name);
        JsonMember = new MemberName(jsonName);
        _findMessage = findMessage;
        _findEnum = findEnum;
    }

    public string Name { get; }

    public string JsonName { get; }

    public int Number { get; }

    public FieldKind Kind { get; }

    /// <summary>The tag of one value outside of a packed field.</summary>
    public uint ElementTag { get; }

    public uint DelimitedTag => (uint)((Number << 3) | Wire.Delimited);

    /// <summary>The position in <see cref="MessageSchema.Fields"/>; -1 for an extension.</summary>
    public int Index { get; set; } = -1;

    public bool IsExtension => Index < 0;

    /// <summary>The full name of an extension; null for other fields.</summary>
    public string? ExtensionName { get; init; }

    /// <summary>The full name of the message that an extension extends; null for other fields.</summary>
    public string? Extendee { get; init; }

    public bool IsRepeated { get; init; }

    public bool IsPacked { get; init; }

    public bool IsRequired { get; init; }

    public bool HasPresence { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether a parser of the wire format refuses text that is not UTF-8.</summary>
    public bool ValidatesUtf8 { get; init; }

    /// <summary>The number of the oneof in its message, or -1. A proto3 optional field has none.</summary>
    public int Oneof { get; init; } = -1;

    /// <summary>The name of the oneof; null without one.</summary>
    public string? OneofName { get; init; }

    /// <summary>
    /// The message's name if text format names the field by that: a proto2 group, or a delimited field that looks like one.
    /// </summary>
    public string? GroupName { get; init; }

    /// <summary>
    /// For an extension of a message set that is declared in the message that it adds: the full name of that message, by which text format
    /// refers to the extension. Null for other fields.
    /// </summary>
    public string? ItemName { get; init; }

    /// <summary>The name in the .proto file, prepared as the name of a JSON member.</summary>
    public MemberName ProtoMember { get; }

    /// <summary>The JSON name, prepared as the name of a JSON member.</summary>
    public MemberName JsonMember { get; }

    /// <summary>The type of a message or group.</summary>
    public MessageSchema Message => _message ??= _findMessage!();

    /// <summary>The type of an enum.</summary>
    public EnumSchema Enum => _enum ??= _findEnum!();

    public bool IsMap => IsRepeated && Kind == FieldKind.Message && Message.IsMapEntry;

    /// <summary>Whether JSON null is a value of this field rather than its absence.</summary>
    public bool AcceptsNull =>
        (Kind == FieldKind.Message && Message.WellKnown == WellKnownType.Value) || (Kind == FieldKind.Enum && Enum.IsNullValue);
}
