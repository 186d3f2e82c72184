using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked message.</summary>
public sealed class MessageDescriptor : Descriptor
{
    /// <summary>Gets the message that contains this one; null at top level.</summary>
    public MessageDescriptor? ContainingType { get; internal set; }

    /// <summary>Gets the visibility as written: <c>export</c>, <c>local</c> or nothing.</summary>
    public SymbolVisibility Visibility { get; internal set; }

    /// <summary>Gets the fields in source order.</summary>
    public IReadOnlyList<FieldDescriptor> Fields { get; internal set; } = [];

    /// <summary>Gets the extensions that the message declares.</summary>
    public IReadOnlyList<FieldDescriptor> Extensions { get; internal set; } = [];

    /// <summary>Gets the nested messages, including map entries and groups.</summary>
    public IReadOnlyList<MessageDescriptor> Messages { get; internal set; } = [];

    /// <summary>Gets the nested enums.</summary>
    public IReadOnlyList<EnumDescriptor> Enums { get; internal set; } = [];

    /// <summary>Gets the oneofs. Synthetic ones come last.</summary>
    public IReadOnlyList<OneofDescriptor> Oneofs { get; internal set; } = [];

    /// <summary>Gets the extension ranges.</summary>
    public IReadOnlyList<ExtensionRangeDescriptor> ExtensionRanges { get; internal set; } = [];

    /// <summary>Gets the ranges of reserved numbers. Their ends are exclusive.</summary>
    public IReadOnlyList<ReservedRange> ReservedRanges { get; internal set; } = [];

    /// <summary>Gets the reserved names.</summary>
    public IReadOnlyList<string> ReservedNames { get; internal set; } = [];

    /// <summary>Gets whether the message is the entry type of a map field.</summary>
    public bool IsMapEntry { get; internal set; }

    /// <summary>Gets whether the message has the option message_set_wire_format.</summary>
    public bool IsMessageSet => Options.GetBool(DescriptorFields.MessageOptions.MessageSetWireFormat);

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.MessageOptions.Deprecated);

    /// <summary>Gets the message as it was parsed.</summary>
    internal MessageNode Node => (MessageNode)SourceNode!;

    internal override Descriptor? Scope => ContainingType;
}

/// <summary>A linked oneof.</summary>
public sealed class OneofDescriptor : Descriptor
{
    /// <summary>Gets the message.</summary>
    public MessageDescriptor ContainingType { get; internal set; } = null!;

    /// <summary>Gets the fields of the oneof in source order.</summary>
    public IReadOnlyList<FieldDescriptor> Fields { get; internal set; } = [];

    /// <summary>Gets whether this is the synthetic oneof of a proto3 <c>optional</c> field.</summary>
    public bool IsSynthetic { get; internal set; }

    /// <inheritdoc/>
    public override bool IsDeprecated => false;

    /// <summary>Gets the oneof as it was parsed.</summary>
    internal OneofNode Node => (OneofNode)SourceNode!;

    internal override Descriptor? Scope => ContainingType;
}

/// <summary>A range of extension numbers. Its end is exclusive.</summary>
public sealed class ExtensionRangeDescriptor : Descriptor
{
    /// <summary>Gets the message.</summary>
    public MessageDescriptor ContainingType { get; internal set; } = null!;

    /// <summary>Gets the first number.</summary>
    public int Start { get; internal set; }

    /// <summary>Gets the first number after the range.</summary>
    public int End { get; internal set; }

    /// <inheritdoc/>
    public override bool IsDeprecated => false;

    /// <summary>Gets the range as it was parsed.</summary>
    internal ExtensionRangeNode Node => (ExtensionRangeNode)SourceNode!;

    internal override Descriptor? Scope => ContainingType.ContainingType;

    private protected override string ComputeFullName() => ContainingType.FullName;
}
