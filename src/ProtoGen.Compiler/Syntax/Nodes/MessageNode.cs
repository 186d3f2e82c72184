using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>A message before linking, structured like DescriptorProto.</summary>
/// <remarks>The parser represents groups and map entries as nested messages.</remarks>
public sealed class MessageNode(Name name) : Node
{
    /// <summary>Gets the name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets the visibility as written: <c>export</c>, <c>local</c> or nothing.</summary>
    public SymbolVisibility Visibility { get; internal set; }

    /// <summary>Gets whether the message is the entry type of a map field. Such a message has the option map_entry.</summary>
    public bool IsMapEntry { get; internal set; }

    /// <summary>Gets the fields in source order, including those of oneofs.</summary>
    public List<FieldNode> Fields { get; } = [];

    /// <summary>Gets the extensions that the message declares.</summary>
    public List<FieldNode> Extensions { get; } = [];

    /// <summary>Gets the nested messages.</summary>
    public List<MessageNode> Messages { get; } = [];

    /// <summary>Gets the nested enums.</summary>
    public List<EnumNode> Enums { get; } = [];

    /// <summary>Gets the oneofs. The synthetic ones of proto3 optional fields come last.</summary>
    public List<OneofNode> Oneofs { get; } = [];

    /// <summary>Gets the extension ranges.</summary>
    public List<ExtensionRangeNode> ExtensionRanges { get; } = [];

    /// <summary>Gets the ranges of reserved numbers. Their ends are exclusive, as in DescriptorProto.</summary>
    public List<ReservedRangeNode> ReservedRanges { get; } = [];

    /// <summary>Gets the reserved names.</summary>
    public List<string> ReservedNames { get; } = [];

    /// <summary>Gets the options.</summary>
    public List<OptionNode> Options { get; } = [];
}

/// <summary>A oneof. protoc has no position for errors about oneofs.</summary>
public sealed class OneofNode(Name name) : Node
{
    /// <summary>Gets the name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets whether the parser added the oneof for a proto3 <c>optional</c> field.</summary>
    public bool IsSynthetic { get; internal set; }

    /// <summary>Gets the options.</summary>
    public List<OptionNode> Options { get; } = [];
}

/// <summary>A range of reserved numbers. As in descriptor.proto, its end is exclusive in a message and inclusive in an enum.</summary>
public sealed class ReservedRangeNode(int start, int end) : Node
{
    /// <summary>Gets the first number.</summary>
    public int Start { get; } = start;

    /// <summary>Gets the end of the range: exclusive in a message, inclusive in an enum.</summary>
    public int End { get; internal set; } = end;

    /// <summary>Gets the position of the first number, where protoc reports errors about the range.</summary>
    public TextSpan StartSpan { get; internal set; }
}

/// <summary>A range of extension numbers. Its end is exclusive.</summary>
public sealed class ExtensionRangeNode(int start, int end) : Node
{
    /// <summary>Gets the first number.</summary>
    public int Start { get; } = start;

    /// <summary>Gets the first number after the range.</summary>
    public int End { get; internal set; } = end;

    /// <summary>Gets the position of the first number, where protoc reports errors about the range.</summary>
    public TextSpan StartSpan { get; internal set; }

    /// <summary>Gets the options, including declarations.</summary>
    public List<OptionNode> Options { get; } = [];
}
