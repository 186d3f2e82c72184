using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The ways in which a field keeps whether it is set.</summary>
public enum PresenceKind
{
    /// <summary>It has no presence: a default value isn't written.</summary>
    Implicit,

    /// <summary>A null reference (or empty nullable) in its storage.</summary>
    Null,

    /// <summary>A bit in <c>_hasBitsN</c>.</summary>
    HasBit,

    /// <summary>The case of its oneof.</summary>
    OneofCase,
}

/// <summary>Whether the field has one value, a list, or a map.</summary>
public enum FieldCardinality
{
    /// <summary>At most one.</summary>
    Singular,

    /// <summary>A list.</summary>
    Repeated,

    /// <summary>A map.</summary>
    Map,
}

/// <summary>A field or an extension.</summary>
public sealed record FieldModel
{
    /// <summary>The name in the .proto.</summary>
    public required string ProtoName { get; init; }

    /// <summary>The number.</summary>
    public required int Number { get; init; }

    /// <summary>Gets whether the field has one value, a list, or a map.</summary>
    public required FieldCardinality Cardinality { get; init; }

    /// <summary>The value, of an element where it is repeated, the value part of a map.</summary>
    public required ValueModel Value { get; init; }

    /// <summary>A map's key; null otherwise.</summary>
    public required ValueModel? MapKey { get; init; }

    /// <summary>How the field keeps whether it is set.</summary>
    public required PresenceKind Presence { get; init; }

    /// <summary>Gets whether protoc gives it <c>HasX</c> and <c>ClearX</c>.</summary>
    public required bool HasPresenceMembers { get; init; }

    /// <summary>The index of its bit for <see cref="PresenceKind.HasBit"/>; -1 otherwise.</summary>
    public required int HasBitIndex { get; init; }

    /// <summary>The property.</summary>
    public required string PropertyName { get; init; }

    /// <summary>
    /// The C# type of the property of a singular field, with <c>?</c> if annotations are on and null means that the field is not set.
    /// </summary>
    public required string PropertyTypeName { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c>.</summary>
    public required bool HasNullableAnnotations { get; init; }

    /// <summary>The camel-cased name, without the trailing underscore of the storage.</summary>
    public required string CamelName { get; init; }

    /// <summary>The member that stores the value inside the class: the property if it is automatic, otherwise its field.</summary>
    public required string StorageName { get; init; }

    /// <summary>Gets whether the user's part of the class uses protoc's private field for the default of a field with presence.</summary>
    public required bool HasDefaultField { get; init; }

    /// <summary>The index in <see cref="MessageModel.Oneofs"/>; -1 outside oneofs.</summary>
    public required int OneofIndex { get; init; }

    /// <summary>The name in the oneof's case enum; empty outside oneofs.</summary>
    public required string OneofCaseName { get; init; }

    /// <summary>The tag that the field is written with: that of the packed form for a packed field.</summary>
    public required uint Tag { get; init; }

    /// <summary>Gets whether it is written packed.</summary>
    public required bool IsPacked { get; init; }

    /// <summary>Gets whether the packed form is possible: for repeated numbers, bools and enums.</summary>
    public required bool IsPackable { get; init; }

    /// <summary>Gets whether it gets <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets whether the property hides a member of <c>object</c>.</summary>
    public required bool HidesInherited { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public required string? Comment { get; init; }

    /// <summary>For an extension the C# name of the extended message; empty otherwise.</summary>
    public required string ExtendedTypeName { get; init; }
}

/// <summary>A oneof (not the synthetic one of an <c>optional</c> field).</summary>
public sealed record OneofModel
{
    /// <summary>The name in the .proto.</summary>
    public required string ProtoName { get; init; }

    /// <summary>The Pascal-cased name, before <c>Case</c> and <c>OneofCase</c>.</summary>
    public required string PropertyName { get; init; }

    /// <summary>The camel-cased name, before <c>_</c> and <c>Case_</c>.</summary>
    public required string CamelName { get; init; }

    /// <summary>Indexes of its fields in <see cref="MessageModel.Fields"/>.</summary>
    public required EquatableArray<int> Fields { get; init; }
}
