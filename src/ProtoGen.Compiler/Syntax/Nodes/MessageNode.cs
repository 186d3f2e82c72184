using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>A message: DescriptorProto before linking. The parser represents groups and map entries as nested messages.</summary>
public sealed class MessageNode(Name name) : Node
{
    /// <summary>The name.</summary>
    public Name Name { get; } = name;

    /// <summary>export, local or nothing.</summary>
    public SymbolVisibility Visibility { get; internal set; }

    /// <summary>Gets whether the parser made it for a <c>map&lt;K, V&gt;</c> field; the same as the option map_entry.</summary>
    public bool IsMapEntry { get; internal set; }

    /// <summary>Fields in source order, including those of oneofs.</summary>
    public List<FieldNode> Fields { get; } = [];

    /// <summary>Nested extensions.</summary>
    public List<FieldNode> Extensions { get; } = [];

    /// <summary>Nested messages.</summary>
    public List<MessageNode> Messages { get; } = [];

    /// <summary>Nested enums.</summary>
    public List<EnumNode> Enums { get; } = [];

    /// <summary>Oneofs. The synthetic ones of proto3 optional fields come last.</summary>
    public List<OneofNode> Oneofs { get; } = [];

    /// <summary>Extension ranges.</summary>
    public List<ExtensionRangeNode> ExtensionRanges { get; } = [];

    /// <summary>Reserved numbers; End is exclusive, as in DescriptorProto.</summary>
    public List<ReservedRangeNode> ReservedRanges { get; } = [];

    /// <summary>Reserved names.</summary>
    public List<Name> ReservedNames { get; } = [];

    /// <summary>Options.</summary>
    public List<OptionNode> Options { get; } = [];
}

/// <summary>A oneof. protoc has no position for errors about oneofs.</summary>
public sealed class OneofNode(Name name) : Node
{
    /// <summary>The name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets whether the parser made it for a proto3 <c>optional</c> field.</summary>
    public bool IsSynthetic { get; internal set; }

    /// <summary>Options.</summary>
    public List<OptionNode> Options { get; } = [];
}

/// <summary>Reserved numbers of a message (End exclusive) or an enum (End inclusive), as descriptor.proto stores them.</summary>
public sealed class ReservedRangeNode(int start, int end) : Node
{
    /// <summary>First number.</summary>
    public int Start { get; } = start;

    /// <summary>Last number: exclusive for messages, inclusive for enums.</summary>
    public int End { get; internal set; } = end;

    /// <summary>Gets the position of the first number, where protoc reports errors of the range.</summary>
    public TextSpan StartSpan { get; internal set; }

    /// <summary>Gets the position of the last number.</summary>
    public TextSpan EndSpan { get; internal set; }
}

/// <summary>A range of extension numbers, End exclusive.</summary>
public sealed class ExtensionRangeNode(int start, int end) : Node
{
    /// <summary>First number.</summary>
    public int Start { get; } = start;

    /// <summary>The first number after the range.</summary>
    public int End { get; internal set; } = end;

    /// <summary>Gets the position of the first number, where protoc reports errors of the range.</summary>
    public TextSpan StartSpan { get; internal set; }

    /// <summary>Gets the position of the last number.</summary>
    public TextSpan EndSpan { get; internal set; }

    /// <summary>Options, including declarations.</summary>
    public List<OptionNode> Options { get; } = [];
}
