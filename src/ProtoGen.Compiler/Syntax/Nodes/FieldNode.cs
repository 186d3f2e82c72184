using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>A field or an extension: FieldDescriptorProto before linking.</summary>
public sealed class FieldNode(Name name) : Node
{
    /// <summary>Gets the name. The name of a group is that of its type in lower case.</summary>
    public Name Name { get; internal set; } = name;

    /// <summary>Gets the number.</summary>
    public int Number { get; internal set; }

    /// <summary>Gets the position of the number.</summary>
    public TextSpan NumberSpan { get; internal set; }

    /// <summary>Gets the label as written; None if there is none. Map fields are <see cref="FieldLabel.Repeated"/>.</summary>
    public FieldLabel Label { get; internal set; }

    /// <summary>Gets the scalar type, Group, or <see cref="FieldType.Unresolved"/> with <see cref="TypeName"/>.</summary>
    public FieldType Type { get; internal set; }

    /// <summary>Gets the type's name as written, with or without a leading dot; null for scalars.</summary>
    public string? TypeName { get; internal set; }

    /// <summary>Gets the position of the type or its name.</summary>
    public TextSpan TypeSpan { get; internal set; }

    /// <summary>
    /// Gets the extended message's name as written; null for fields. As in protoc, only the first extension of a block has its position.
    /// </summary>
    public Name? Extendee { get; internal set; }

    /// <summary>Gets the index of the field's oneof in <see cref="MessageNode.Oneofs"/>; -1 outside oneofs.</summary>
    public int OneofIndex { get; internal set; } = -1;

    /// <summary>Gets whether a descriptor set gives <see cref="OneofIndex"/>, even out of range; false for parsed files.</summary>
    public bool HasOneofIndex { get; internal set; }

    /// <summary>Gets whether <c>optional</c> was written on a proto3 field.</summary>
    public bool Proto3Optional { get; internal set; }

    /// <summary>Gets the default in the canonical text of FieldDescriptorProto.default_value; null if none is given.</summary>
    public string? DefaultValue { get; internal set; }

    /// <summary>Gets the position of the default value.</summary>
    public TextSpan DefaultValueSpan { get; internal set; }

    /// <summary>Gets the JSON name as written; null if it is not written.</summary>
    public string? JsonName { get; internal set; }

    /// <summary>Gets the position of the option json_name, at which errors are reported.</summary>
    public TextSpan JsonNameSpan { get; internal set; }

    /// <summary>Gets the other options.</summary>
    public List<OptionNode> Options { get; } = [];
}
