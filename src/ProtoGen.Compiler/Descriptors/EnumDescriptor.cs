using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked enum.</summary>
public sealed class EnumDescriptor : Descriptor
{
    /// <summary>Gets the message that contains the enum; null at top level.</summary>
    public MessageDescriptor? ContainingType { get; internal set; }

    /// <summary>Gets the visibility as written: <c>export</c>, <c>local</c> or nothing.</summary>
    public SymbolVisibility Visibility { get; internal set; }

    /// <summary>Gets the values in source order.</summary>
    public IReadOnlyList<EnumValueDescriptor> Values { get; internal set; } = [];

    /// <summary>Gets the ranges of reserved numbers. Their ends are inclusive.</summary>
    public IReadOnlyList<ReservedRange> ReservedRanges { get; internal set; } = [];

    /// <summary>Gets the reserved names.</summary>
    public IReadOnlyList<string> ReservedNames { get; internal set; } = [];

    /// <summary>Gets whether the enum is closed, so that unknown values become unknown fields.</summary>
    public bool IsClosed => Features.EnumType == EnumType.Closed;

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.EnumOptions.Deprecated);

    /// <summary>Gets the enum as it was parsed.</summary>
    internal EnumNode Node => (EnumNode)SourceNode!;

    internal override Descriptor? Scope => ContainingType;
}

/// <summary>A linked enum value. As in C++, its full name does not contain the name of its enum.</summary>
public sealed class EnumValueDescriptor : Descriptor
{
    /// <summary>Gets the enum that declares the value.</summary>
    public EnumDescriptor Type { get; internal set; } = null!;

    /// <summary>Gets the number.</summary>
    public int Number { get; internal set; }

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.EnumValueOptions.Deprecated);

    /// <summary>
    /// Gets the name of the value in JSON, set by the option <c>(pb.enumvalue.json).string</c>; null if the option is not set.
    /// </summary>
    public string? JsonString =>
        Options.IsEmpty
            ? null
            : Options.GetMessage(DescriptorFields.EnumValueOptions.Json)?.GetString(DescriptorFields.JsonEnumValueOptions.String);

    /// <summary>Gets the value as it was parsed.</summary>
    internal EnumValueNode Node => (EnumValueNode)SourceNode!;

    internal override Descriptor? Scope => Type.ContainingType;
}
