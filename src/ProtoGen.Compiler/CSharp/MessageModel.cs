using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>A message.</summary>
public sealed record MessageModel
{
    /// <summary>The C# name, escaped.</summary>
    public string Name { get; init; } = "";

    /// <summary>The C# name with <c>global::</c>.</summary>
    public string FullName { get; init; } = "";

    /// <summary>Whether it stands for a map entry: it has a place among its siblings, and no class.</summary>
    public bool IsMapEntry { get; init; }

    /// <summary>The expression for its descriptor.</summary>
    public string DescriptorAccessor { get; init; } = "";

    /// <summary>Fields in source order.</summary>
    public EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>Indexes in <see cref="Fields"/> by field number: the order of parsing and writing.</summary>
    public EquatableArray<int> FieldsByNumber { get; init; }

    /// <summary>Oneofs without the synthetic ones.</summary>
    public EquatableArray<OneofModel> Oneofs { get; init; }

    /// <summary>The names of all oneofs, synthetic ones too, as reflection wants them.</summary>
    public EquatableArray<string> ReflectedOneofs { get; init; }

    /// <summary>How many <c>_hasBitsN</c> there are.</summary>
    public int HasBitsCount { get; init; }

    /// <summary>Whether reference types are annotated with <c>?</c>.</summary>
    public bool HasNullableAnnotations { get; init; }

    /// <summary>Whether it has extension ranges.</summary>
    public bool IsExtendable { get; init; }

    /// <summary>Whether <c>_extensions</c> is internal, as in descriptor.proto.</summary>
    public bool ExtensionsAreInternal { get; init; }

    /// <summary>Nested messages, map entries among them, in source order.</summary>
    public EquatableArray<MessageModel> Messages { get; init; }

    /// <summary>Nested enums.</summary>
    public EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>Nested extensions.</summary>
    public EquatableArray<FieldModel> Extensions { get; init; }

    /// <summary>Whether it gets <c>[Obsolete]</c>.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public string? Comment { get; init; }
}
