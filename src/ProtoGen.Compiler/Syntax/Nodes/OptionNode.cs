using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>What kind of value an option was given: which field of UninterpretedOption holds it.</summary>
public enum OptionValueKind
{
    /// <summary>None could be parsed.</summary>
    None,

    /// <summary>An identifier: <see cref="OptionNode.Text"/>.</summary>
    Identifier,

    /// <summary>A non-negative integer: <see cref="OptionNode.UnsignedValue"/>.</summary>
    PositiveInteger,

    /// <summary>A negative integer: <see cref="OptionNode.SignedValue"/>.</summary>
    NegativeInteger,

    /// <summary>A floating-point number: <see cref="OptionNode.DoubleValue"/>.</summary>
    Double,

    /// <summary>A string: <see cref="OptionNode.Bytes"/>.</summary>
    String,

    /// <summary>A block in text format: <see cref="OptionNode.Text"/> holds its tokens joined by spaces, as protoc keeps it.</summary>
    Aggregate,
}

/// <summary>One part of an option's name: <c>foo</c>, or <c>(foo.bar)</c> for an extension.</summary>
public readonly record struct OptionNamePart(string Text, bool IsExtension, TextSpan Span);

/// <summary>An option as written: UninterpretedOption with places.</summary>
public sealed class OptionNode : Node
{
    /// <summary>The parts of the name, in order.</summary>
    public List<OptionNamePart> NameParts { get; } = [];

    /// <summary>The place of the whole name.</summary>
    public TextSpan NameSpan { get; internal set; }

    /// <summary>The place of the value.</summary>
    public TextSpan ValueSpan { get; internal set; }

    /// <summary>Which of the values below is set.</summary>
    public OptionValueKind Kind { get; internal set; }

    /// <summary>The identifier, or the aggregate's text.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>The value of a non-negative integer.</summary>
    public ulong UnsignedValue { get; internal set; }

    /// <summary>The value of a negative integer.</summary>
    public long SignedValue { get; internal set; }

    /// <summary>The value of a floating-point number.</summary>
    public double DoubleValue { get; internal set; }

    /// <summary>The bytes of a string, escapes resolved.</summary>
    public byte[] Bytes { get; internal set; } = [];

    /// <summary>The option's index in the parser's list of source locations; -1 when locations are not recorded.</summary>
    public int LocationIndex { get; internal set; } = -1;
}
