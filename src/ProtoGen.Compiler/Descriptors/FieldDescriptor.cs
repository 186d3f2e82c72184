using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked field or extension.</summary>
public sealed class FieldDescriptor : Descriptor
{
    private string? _jsonName;

    /// <summary>Gets the number.</summary>
    public int Number { get; internal set; }

    /// <summary>Gets the label as FieldDescriptorProto stores it. A field with the feature LEGACY_REQUIRED is required.</summary>
    public FieldLabel Label { get; internal set; }

    /// <summary>Gets the resolved type. Groups of proto2 and message fields that editions encode as delimited have Group.</summary>
    public FieldType Type { get; internal set; }

    /// <summary>Gets the message type of message and group fields.</summary>
    public MessageDescriptor? MessageType { get; internal set; }

    /// <summary>Gets the enum type of enum fields.</summary>
    public EnumDescriptor? EnumType { get; internal set; }

    /// <summary>Gets the message that contains the field; for an extension, the extended message.</summary>
    public MessageDescriptor ContainingType { get; internal set; } = null!;

    /// <summary>Gets whether the field is an extension.</summary>
    public bool IsExtension { get; internal set; }

    /// <summary>Gets the message that declares the extension; null at top level and for other fields.</summary>
    public MessageDescriptor? ExtensionScope { get; internal set; }

    /// <summary>Gets the oneof that contains the field, which may be synthetic; null outside oneofs.</summary>
    public OneofDescriptor? ContainingOneof { get; internal set; }

    /// <summary>Gets the oneof that contains the field; null if there is none or it is synthetic.</summary>
    public OneofDescriptor? RealContainingOneof => ContainingOneof is { IsSynthetic: false } oneof ? oneof : null;

    /// <summary>Gets whether <c>optional</c> was written on a proto3 field.</summary>
    public bool Proto3Optional { get; internal set; }

    /// <summary>Gets the default in the canonical text of FieldDescriptorProto.default_value; null if none is given.</summary>
    public string? DefaultValueText { get; internal set; }

    /// <summary>Gets or sets the default of an enum field. It is the first value of the enum when no default is written.</summary>
    internal EnumValueDescriptor? DefaultEnumValue { get; set; }

    /// <summary>
    /// Gets the typed default: int, uint, long, ulong, float, double, bool, byte[] (for string and bytes) or EnumValueDescriptor.
    /// </summary>
    /// <remarks>The type's zero, or the first enum value, when none is written; null for messages and repeated fields.</remarks>
    public object? DefaultValue => FieldDefault.Of(this);

    /// <summary>Gets the JSON name, written or derived from the name.</summary>
    public string JsonName => _jsonName ??= Node.JsonName ?? NamingRules.Json(Name);

    /// <summary>Gets whether json_name is written in the source.</summary>
    public bool HasJsonName => Node.JsonName is not null;

    /// <summary>Gets whether the field is repeated. Map fields are repeated.</summary>
    public bool IsRepeated => Label == FieldLabel.Repeated;

    /// <summary>Gets whether the field is required, by the label of proto2 or by LEGACY_REQUIRED.</summary>
    public bool IsRequired => Features.FieldPresence == FieldPresence.LegacyRequired;

    /// <summary>Gets whether the field is a map.</summary>
    public bool IsMap => Type == FieldType.Message && IsRepeated && MessageType is { IsMapEntry: true };

    /// <summary>Gets whether the values of the field are written packed.</summary>
    public bool IsPacked => IsPackable && Features.RepeatedFieldEncoding == RepeatedFieldEncoding.Packed;

    /// <summary>
    /// Gets whether the field could be declared as a group of proto2: it has the name of its type in lower case, and both are declared in
    /// one scope. Such a field is named after its type in text format and in C#.
    /// </summary>
    public bool IsGroupLike =>
        Type == FieldType.Group && MessageType is { } type && Name == Ascii.ToLower(type.Name) && type.File == File
        && type.ContainingType == (IsExtension ? ExtensionScope : ContainingType);

    /// <summary>Gets whether the field distinguishes an absent value from its default.</summary>
    public bool HasPresence => !IsRepeated
        && (IsMessageOrGroup || IsExtension || ContainingOneof is not null || Features.FieldPresence != FieldPresence.Implicit);

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.FieldOptions.Deprecated);

    /// <summary>Gets whether the field is a message or group field.</summary>
    internal bool IsMessageOrGroup => Type is FieldType.Message or FieldType.Group;

    /// <summary>Gets whether the field may be packed, because it is a repeated field of numbers, bools or enums.</summary>
    internal bool IsPackable =>
        IsRepeated && Type is not (FieldType.String or FieldType.Bytes or FieldType.Message or FieldType.Group or FieldType.Unresolved);

    /// <summary>Gets the field as it was parsed.</summary>
    internal FieldNode Node => (FieldNode)SourceNode!;

    internal override Descriptor? Scope => IsExtension ? ExtensionScope : ContainingType;
}
