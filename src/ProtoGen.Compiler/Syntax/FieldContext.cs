using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

/// <summary>The declaration that contains a field, and the lists to which the parser adds the field.</summary>
/// <param name="Fields">The list to which the field is added.</param>
/// <param name="Messages">The list to which the message of a group or map is added.</param>
/// <param name="MessagesField">The number of the field in descriptor.proto that contains the messages of that list.</param>
internal readonly record struct FieldContext(List<FieldNode> Fields, List<MessageNode> Messages, int MessagesField)
{
    /// <summary>Gets the index of the oneof that holds the field; -1 outside oneofs.</summary>
    public int OneofIndex { get; init; } = -1;

    /// <summary>Gets the extended message; null if the field is not an extension.</summary>
    public Name? Extendee { get; init; }
}
