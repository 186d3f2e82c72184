using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>An enum: EnumDescriptorProto before linking.</summary>
public sealed class EnumNode(Name name) : Node
{
    /// <summary>Gets the name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets the visibility as written: <c>export</c>, <c>local</c> or nothing.</summary>
    public SymbolVisibility Visibility { get; internal set; }

    /// <summary>Gets the values in source order.</summary>
    public List<EnumValueNode> Values { get; } = [];

    /// <summary>Gets the ranges of reserved numbers. Their ends are inclusive.</summary>
    public List<ReservedRangeNode> ReservedRanges { get; } = [];

    /// <summary>Gets the reserved names.</summary>
    public List<string> ReservedNames { get; } = [];

    /// <summary>Gets the options.</summary>
    public List<OptionNode> Options { get; } = [];
}

/// <summary>An enum value.</summary>
public sealed class EnumValueNode(Name name, int number) : Node
{
    /// <summary>Gets the name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets the number.</summary>
    public int Number { get; } = number;

    /// <summary>Gets the position of the number.</summary>
    public TextSpan NumberSpan { get; internal set; }

    /// <summary>Gets the options.</summary>
    public List<OptionNode> Options { get; } = [];
}
