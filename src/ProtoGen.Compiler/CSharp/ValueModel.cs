using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.CSharp;

/// <summary>A value of a field: of a singular field, an element of a list, or a key or value of a map.</summary>
public sealed record ValueModel
{
    /// <summary>The type on the wire.</summary>
    public required FieldType Type { get; init; }

    /// <summary>The C# type: <c>int</c>, <c>pb::ByteString</c>, <c>global::A.B</c>, <c>int?</c> for a wrapper.</summary>
    public required string TypeName { get; init; }

    /// <summary>For the wrappers of google/protobuf/wrappers.proto the type inside; <see cref="FieldType.Unresolved"/> otherwise.</summary>
    public required FieldType Wrapped { get; init; }

    /// <summary>The tag that the value is written with (unpacked, inside a map entry its own).</summary>
    public required uint Tag { get; init; }

    /// <summary>The end tag of a group; 0 otherwise.</summary>
    public required uint EndTag { get; init; }

    /// <summary>The default as a C# expression; <c>null</c> for messages.</summary>
    public required string Default { get; init; }

    /// <summary>Gets whether the default is the value of a new C# variable of the type (false for strings and bytes).</summary>
    public required bool DefaultIsZero { get; init; }

    /// <summary>Gets whether it is a wrapper, which is a nullable in C#.</summary>
    public bool IsWrapper => Wrapped != FieldType.Unresolved;

    /// <summary>Gets whether it is a message or group (wrappers are not).</summary>
    public bool IsMessage => Type is FieldType.Message or FieldType.Group && !IsWrapper;

    /// <summary>Gets whether it is a string or bytes.</summary>
    public bool IsStringOrBytes => Type is FieldType.String or FieldType.Bytes;

    /// <summary>The C# type without the <c>?</c> that a wrapper can have.</summary>
    public string NonNullableTypeName => TypeName.EndsWith("?", StringComparison.Ordinal)
        ? TypeName.Substring(0, TypeName.Length - 1)
        : TypeName;
}
