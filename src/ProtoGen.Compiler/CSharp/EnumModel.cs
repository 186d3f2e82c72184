using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>An enum.</summary>
public sealed record EnumModel
{
    /// <summary>Gets the C# name, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the C# name with <c>global::</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>Gets the values.</summary>
    public required EquatableArray<EnumValueModel> Values { get; init; }

    /// <summary>Gets whether the generated member has <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets the comment; null if there is none.</summary>
    public required string? Comment { get; init; }
}

/// <summary>A value of an enum.</summary>
public sealed record EnumValueModel
{
    /// <summary>Gets the C# name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name in the .proto.</summary>
    public required string OriginalName { get; init; }

    /// <summary>Gets the number.</summary>
    public required int Number { get; init; }

    /// <summary>Gets whether an earlier value has the same number.</summary>
    public required bool IsAlias { get; init; }

    /// <summary>Gets whether the generated member has <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets the comment; null if there is none.</summary>
    public required string? Comment { get; init; }
}
