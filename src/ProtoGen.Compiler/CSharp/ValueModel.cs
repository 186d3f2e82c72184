using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.CSharp;

/// <summary>A value of a singular field, an element of a list, or a key or value of a map.</summary>
public sealed record ValueModel
{
    /// <summary>Gets the type on the wire.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Gets the C# type, such as <c>int</c>, <c>pb::ByteString</c>, <c>global::A.B</c>, or <c>int?</c> for a wrapper.</summary>
    public required string TypeName { get; init; }

    /// <summary>
    /// Gets the type inside a wrapper of google/protobuf/wrappers.proto; <see cref="FieldType.Unresolved"/> for other values.
    /// </summary>
    public required FieldType Wrapped { get; init; }

    /// <summary>Gets the tag of an unpacked value; for the parts of a map entry, the tag inside the entry.</summary>
    public required uint Tag { get; init; }

    /// <summary>Gets the end tag of a group; 0 otherwise.</summary>
    public required uint EndTag { get; init; }

    /// <summary>Gets the default value as a C# expression; <c>null</c> for messages.</summary>
    public required string Default { get; init; }

    /// <summary>Gets whether the default equals the value of a new C# variable, unlike that of strings and bytes.</summary>
    public required bool DefaultIsZero { get; init; }

    /// <summary>Gets whether the value is a wrapper, which C# represents as a nullable.</summary>
    public bool IsWrapper => Wrapped != FieldType.Unresolved;

    /// <summary>Gets whether the value is a wrapper of a string or bytes, whose nullable is the class itself.</summary>
    public bool IsClassWrapper => Wrapped is FieldType.String or FieldType.Bytes;

    /// <summary>Gets whether the value is a message or group, but not a wrapper.</summary>
    public bool IsMessage => Type is FieldType.Message or FieldType.Group && !IsWrapper;

    /// <summary>Gets whether the value is a string or bytes.</summary>
    public bool IsStringOrBytes => Type is FieldType.String or FieldType.Bytes;

    /// <summary>Gets the C# type without the <c>?</c> of a wrapper.</summary>
    public string NonNullableTypeName => TypeName.EndsWith("?", StringComparison.Ordinal)
        ? TypeName.Substring(0, TypeName.Length - 1)
        : TypeName;
}
