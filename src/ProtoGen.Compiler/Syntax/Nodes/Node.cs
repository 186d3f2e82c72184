using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>An element of a .proto file as written, in the shape of descriptor.proto. Spans are empty for synthesized elements.</summary>
public abstract class Node
{
    /// <summary>The whole element, from its first token to its last.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The comments attached to the element by protoc's rules; null when it has none.</summary>
    public SourceComments? Comments { get; internal set; }
}

/// <summary>A name with the place where it stands.</summary>
public readonly record struct Name(string Text, TextSpan Span)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
