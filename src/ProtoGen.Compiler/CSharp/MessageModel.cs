using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>A message.</summary>
public sealed record MessageModel
{
    /// <summary>Gets the C# name, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the C# name with <c>global::</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>Gets whether the message is the entry of a map. It counts in the indexes of its siblings but has no class.</summary>
    public required bool IsMapEntry { get; init; }

    /// <summary>Gets the expression that returns the descriptor.</summary>
    public required string DescriptorAccessor { get; init; }

    /// <summary>Gets the fields in source order.</summary>
    public required EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>Gets the indexes of <see cref="Fields"/> ordered by field number, in which fields are read and written.</summary>
    public required EquatableArray<int> FieldsByNumber { get; init; }

    /// <summary>Gets the oneofs, without synthetic ones.</summary>
    public required EquatableArray<OneofModel> Oneofs { get; init; }

    /// <summary>Gets the names of all oneofs, including synthetic ones, in the order that reflection requires.</summary>
    public required EquatableArray<string> ReflectedOneofs { get; init; }

    /// <summary>Gets the number of <c>_hasBitsN</c> fields.</summary>
    public required int HasBitsCount { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c>.</summary>
    public required bool HasNullableAnnotations { get; init; }

    /// <summary>Gets whether the class derives from ProtoGen.Runtime's base class.</summary>
    public required bool HasBaseClass { get; init; }

    /// <summary>Gets whether the user has a part of the class.</summary>
    public required bool HasUserPart { get; init; }

    /// <summary>Gets whether the user's part of the class declares the operator <c>==</c>.</summary>
    public required bool HasEqualityOperator { get; init; }

    /// <summary>Gets whether the user's part of the class uses protoc's <c>_parser</c>.</summary>
    public required bool HasParserField { get; init; }

    /// <summary>
    /// Gets whether <c>_New</c>, the name of the generated factory, is the name of the class or of a member in the user's part.
    /// </summary>
    public required bool IsNewTaken { get; init; }

    /// <summary>Gets whether the class contains the class <c>Types</c>, which contains the nested types.</summary>
    public required bool HasNestedTypes { get; init; }

    /// <summary>Gets whether the message has extension ranges.</summary>
    public required bool IsExtendable { get; init; }

    /// <summary>Gets whether <c>_extensions</c> is internal, as in descriptor.proto.</summary>
    public required bool ExtensionsAreInternal { get; init; }

    /// <summary>Gets the nested messages, including map entries, in source order.</summary>
    public required EquatableArray<MessageModel> Messages { get; init; }

    /// <summary>Gets the nested enums.</summary>
    public required EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>Gets the nested extensions.</summary>
    public required EquatableArray<FieldModel> Extensions { get; init; }

    /// <summary>Gets whether the generated member has <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets the comment; null if there is none.</summary>
    public required string? Comment { get; init; }
}
