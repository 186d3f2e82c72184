using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The ways in which generated code stores whether a field is set.</summary>
public enum PresenceKind
{
    /// <summary>Not stored: the default value is not written.</summary>
    Implicit,

    /// <summary>As null in the field's storage.</summary>
    Null,

    /// <summary>As a bit in <c>_hasBitsN</c>.</summary>
    HasBit,

    /// <summary>As the case of the field's oneof.</summary>
    OneofCase,
}

/// <summary>The number of values that a field can have.</summary>
public enum FieldCardinality
{
    /// <summary>At most one value.</summary>
    Singular,

    /// <summary>A list.</summary>
    Repeated,

    /// <summary>A map.</summary>
    Map,
}

/// <summary>A field or an extension.</summary>
public sealed record FieldModel
{
    /// <summary>Gets the name in the .proto.</summary>
    public required string ProtoName { get; init; }

    /// <summary>Gets the number.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the number of values that the field can have.</summary>
    public required FieldCardinality Cardinality { get; init; }

    /// <summary>Gets the value; for lists that of an element, for maps that of an entry.</summary>
    public required ValueModel Value { get; init; }

    /// <summary>Gets the key of a map; null for other fields.</summary>
    public required ValueModel? MapKey { get; init; }

    /// <summary>Gets the way in which the field stores whether it is set.</summary>
    public required PresenceKind Presence { get; init; }

    /// <summary>Gets whether the field has the members <c>HasX</c> and <c>ClearX</c>, as in protoc's code.</summary>
    public required bool HasPresenceMembers { get; init; }

    /// <summary>Gets the index of the bit for <see cref="PresenceKind.HasBit"/>; otherwise -1.</summary>
    public required int HasBitIndex { get; init; }

    /// <summary>Gets the name of the property.</summary>
    public required string PropertyName { get; init; }

    /// <summary>
    /// Gets the C# type of a singular field's property. It ends with <c>?</c> if annotations are on and null means that the field is not
    /// set.
    /// </summary>
    public required string PropertyTypeName { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c>.</summary>
    public required bool HasNullableAnnotations { get; init; }

    /// <summary>Gets the camel-cased name, without the underscore that the name of the storage ends with.</summary>
    public required string CamelName { get; init; }

    /// <summary>Gets the member that stores the value: a private field, or the property for a field of a oneof.</summary>
    public required string StorageName { get; init; }

    /// <summary>Gets whether the user's part of the class uses protoc's private field for the default value.</summary>
    public required bool HasDefaultField { get; init; }

    /// <summary>Gets the index in <see cref="MessageModel.Oneofs"/>; -1 outside oneofs.</summary>
    public required int OneofIndex { get; init; }

    /// <summary>Gets the name in the oneof's case enum; empty outside oneofs.</summary>
    public required string OneofCaseName { get; init; }

    /// <summary>Gets the tag with which the field is written, packed or not.</summary>
    public required uint Tag { get; init; }

    /// <summary>Gets whether the field is written in packed form.</summary>
    public required bool IsPacked { get; init; }

    /// <summary>Gets whether the field can be packed: it is a list of numbers, bools or enums.</summary>
    public required bool IsPackable { get; init; }

    /// <summary>Gets whether the generated member has <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets whether the property hides a member of <c>object</c>.</summary>
    public required bool HidesInherited { get; init; }

    /// <summary>Gets the comment; null if there is none.</summary>
    public required string? Comment { get; init; }

    /// <summary>Gets the C# name of the message that an extension extends; empty for other fields.</summary>
    public required string ExtendedTypeName { get; init; }
}

/// <summary>A oneof. There is no model for the synthetic oneof of an <c>optional</c> field.</summary>
public sealed record OneofModel
{
    /// <summary>Gets the name in the .proto.</summary>
    public required string ProtoName { get; init; }

    /// <summary>Gets the Pascal-cased name, to which <c>Case</c> and <c>OneofCase</c> are appended.</summary>
    public required string PropertyName { get; init; }

    /// <summary>Gets the camel-cased name, to which <c>_</c> and <c>Case_</c> are appended.</summary>
    public required string CamelName { get; init; }

    /// <summary>Gets the indexes of its fields in <see cref="MessageModel.Fields"/>.</summary>
    public required EquatableArray<int> Fields { get; init; }
}
