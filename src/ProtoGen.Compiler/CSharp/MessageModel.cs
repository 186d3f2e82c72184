using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>A message.</summary>
public sealed record MessageModel
{
    /// <summary>The C# name, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>The C# name with <c>global::</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>Gets whether this is the message of a map entry, which has an index among its siblings but no class.</summary>
    public required bool IsMapEntry { get; init; }

    /// <summary>The expression for its descriptor.</summary>
    public required string DescriptorAccessor { get; init; }

    /// <summary>Fields in source order.</summary>
    public required EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>Indexes in <see cref="Fields"/> by field number: the order of parsing and writing.</summary>
    public required EquatableArray<int> FieldsByNumber { get; init; }

    /// <summary>Oneofs without the synthetic ones.</summary>
    public required EquatableArray<OneofModel> Oneofs { get; init; }

    /// <summary>The names of all oneofs, including synthetic ones, in the order that reflection requires.</summary>
    public required EquatableArray<string> ReflectedOneofs { get; init; }

    /// <summary>The number of <c>_hasBitsN</c> fields.</summary>
    public required int HasBitsCount { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c>.</summary>
    public required bool HasNullableAnnotations { get; init; }

    /// <summary>Gets whether it derives from ProtoGen.Runtime's base class.</summary>
    public required bool HasBaseClass { get; init; }

    /// <summary>Gets whether the user's part of the class uses protoc's <c>_parser</c>.</summary>
    public required bool HasParserField { get; init; }

    /// <summary>
    /// Gets whether the user's part of the class declares <c>_New</c>, the name of the factory where there is no base class.
    /// </summary>
    public required bool UserHasNew { get; init; }

    /// <summary>Gets whether it has extension ranges.</summary>
    public required bool IsExtendable { get; init; }

    /// <summary>Gets whether <c>_extensions</c> is internal, as in descriptor.proto.</summary>
    public required bool ExtensionsAreInternal { get; init; }

    /// <summary>Nested messages, including map entries, in source order.</summary>
    public required EquatableArray<MessageModel> Messages { get; init; }

    /// <summary>Nested enums.</summary>
    public required EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>Nested extensions.</summary>
    public required EquatableArray<FieldModel> Extensions { get; init; }

    /// <summary>Gets whether it gets <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public required string? Comment { get; init; }
}
