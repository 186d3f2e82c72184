using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>An element of a .proto file as written, structured like descriptor.proto.</summary>
/// <remarks>Elements that are not written in the file have empty spans.</remarks>
public abstract class Node
{
    /// <summary>Gets the position of the whole element, from its first token to its last.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>Gets the comments that protoc's rules attach to the element; null if it has none.</summary>
    public SourceComments? Comments { get; internal set; }
}

/// <summary>A name with its position.</summary>
public readonly record struct Name(string Text, TextSpan Span)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
