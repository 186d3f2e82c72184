namespace ProtoGen.Runtime.Schema;

/// <summary>Describes a field for reading and writing JSON and text format.</summary>
internal sealed class FieldSchema
{
    private readonly Func<MessageSchema>? _findMessage;
    private readonly Func<EnumSchema>? _findEnum;
    private MessageSchema? _message;
    private EnumSchema? _enum;

    /// <summary>Creates the schema of a field.</summary>
    /// <param name="name">The name in the .proto file.</param>
    /// <param name="jsonName">The name in JSON.</param>
    /// <param name="number">The number.</param>
    /// <param name="kind">The declared type.</param>
    /// <param name="findMessage">Finds the type of a message or group. It is called on first use, because types may be recursive.</param>
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

    /// <summary>Gets the tag of a value that is not packed.</summary>
    public uint ElementTag { get; }

    public uint DelimitedTag => (uint)((Number << 3) | Wire.Delimited);

    /// <summary>Gets the index in <see cref="MessageSchema.Fields"/>; -1 for an extension.</summary>
    public int Index { get; set; } = -1;

    public bool IsExtension => Index < 0;

    /// <summary>Gets the full name of an extension; null for other fields.</summary>
    public string? ExtensionName { get; init; }

    /// <summary>Gets the full name of the message that an extension extends; null for other fields.</summary>
    public string? Extendee { get; init; }

    public bool IsRepeated { get; init; }

    public bool IsPacked { get; init; }

    public bool IsRequired { get; init; }

    public bool HasPresence { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Gets whether parsers reject text that is not UTF-8.</summary>
    public bool ValidatesUtf8 { get; init; }

    /// <summary>Gets the index of the oneof in its message, or -1. The field of a proto3 <c>optional</c> has none.</summary>
    public int Oneof { get; init; } = -1;

    /// <summary>Gets the name of the oneof; null without one.</summary>
    public string? OneofName { get; init; }

    /// <summary>Gets the name of the message if text format uses it as the field's name, as for a proto2 group; null otherwise.</summary>
    public string? GroupName { get; init; }

    /// <summary>Gets the message name by which text format refers to this extension of a message set; null for other fields.</summary>
    /// <remarks>It is set if the extension is declared inside the message that is its type.</remarks>
    public string? ItemName { get; init; }

    /// <summary>Gets the name in the .proto file, prepared as the name of a JSON member.</summary>
    public MemberName ProtoMember { get; }

    /// <summary>Gets the JSON name, prepared as the name of a JSON member.</summary>
    public MemberName JsonMember { get; }

    /// <summary>Gets the type of a message or group.</summary>
    public MessageSchema Message => _message ??= _findMessage!();

    /// <summary>Gets the type of an enum.</summary>
    public EnumSchema Enum => _enum ??= _findEnum!();

    public bool IsMap => IsRepeated && Kind == FieldKind.Message && Message.IsMapEntry;

    /// <summary>Gets the field of a map's keys.</summary>
    public FieldSchema MapKey => Message.Find(MapEntry.KeyNumber)!;

    /// <summary>Gets the field of a map's values.</summary>
    public FieldSchema MapValue => Message.Find(MapEntry.ValueNumber)!;

    /// <summary>Gets whether JSON null is a value of this field. For other fields null means that the field is not set.</summary>
    public bool AcceptsNull =>
        (Kind == FieldKind.Message && Message.WellKnown == WellKnownType.Value) || (Kind == FieldKind.Enum && Enum.IsNullValue);
}
