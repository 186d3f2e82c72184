using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>The kinds of values that an option can have.</summary>
public enum OptionValueKind
{
    /// <summary>No value could be parsed.</summary>
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

    /// <summary>
    /// A block in text format. As in protoc, <see cref="OptionNode.Bytes"/> and <see cref="OptionNode.Text"/> contain its tokens, separated
    /// by spaces.
    /// </summary>
    Aggregate,

    /// <summary>
    /// All options of an element, interpreted and in the binary format, as descriptor sets contain them: <see cref="OptionNode.Bytes"/>.
    /// </summary>
    Interpreted,
}

/// <summary>One part of an option's name: <c>foo</c>, or <c>(foo.bar)</c> for an extension.</summary>
public sealed record OptionNamePart(string Text, bool IsExtension, TextSpan Span);

/// <summary>An option as written, structured like UninterpretedOption.</summary>
public sealed class OptionNode : Node
{
    private string? _text;
    private ulong _number;

    /// <summary>Gets the parts of the name, in order.</summary>
    public List<OptionNamePart> NameParts { get; } = new(1);

    /// <summary>Gets the position of the whole name; empty for a copy, for which protoc has no position.</summary>
    public TextSpan NameSpan { get; internal set; }

    /// <summary>Gets the position of the value with its sign; empty for a copy, for which protoc has no position.</summary>
    public TextSpan ValueSpan { get; internal set; }

    /// <summary>Gets which of the values below is set.</summary>
    public OptionValueKind Kind { get; private set; }

    /// <summary>Gets the identifier, or the aggregate's text.</summary>
    public string Text => _text ??= Kind == OptionValueKind.Aggregate ? Utf8.GetString(Bytes) : "";

    /// <summary>Gets the value of a non-negative integer.</summary>
    public ulong UnsignedValue => _number;

    /// <summary>Gets the value of a negative integer.</summary>
    public long SignedValue => unchecked((long)_number);

    /// <summary>Gets the value of a floating-point number.</summary>
    public double DoubleValue => BitConverter.Int64BitsToDouble(SignedValue);

    /// <summary>Gets the bytes of a string with escapes resolved, or the bytes of an aggregate's text.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Gets the option's index in the parser's list of source locations; -1 if locations are not recorded.</summary>
    public int LocationIndex { get; internal set; } = -1;

    internal void SetIdentifier(string text) => (Kind, _text) = (OptionValueKind.Identifier, text);

    internal void SetPositive(ulong value) => (Kind, _number) = (OptionValueKind.PositiveInteger, value);

    internal void SetNegative(long value) => (Kind, _number) = (OptionValueKind.NegativeInteger, unchecked((ulong)value));

    internal void SetDouble(double value) =>
        (Kind, _number) = (OptionValueKind.Double, unchecked((ulong)BitConverter.DoubleToInt64Bits(value)));

    internal void SetString(byte[] bytes) => (Kind, Bytes) = (OptionValueKind.String, bytes);

    internal void SetInterpreted(byte[] bytes) => (Kind, Bytes) = (OptionValueKind.Interpreted, bytes);

    internal void SetAggregate(byte[] text) => (Kind, Bytes) = (OptionValueKind.Aggregate, text);

    /// <summary>Returns the same option without a position. protoc has none for options that it copies to another element.</summary>
    internal OptionNode CopyWithoutSpans()
    {
        var copy = new OptionNode { Kind = Kind, _text = _text, _number = _number, Bytes = Bytes };
        copy.NameParts.AddRange(NameParts);
        return copy;
    }
}
