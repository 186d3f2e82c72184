using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>An enum.</summary>
public sealed record EnumModel
{
    /// <summary>The C# name, escaped.</summary>
    public string Name { get; init; } = "";

    /// <summary>The C# name with <c>global::</c>.</summary>
    public string FullName { get; init; } = "";

    /// <summary>The values.</summary>
    public EquatableArray<EnumValueModel> Values { get; init; }

    /// <summary>Whether it gets <c>[Obsolete]</c>.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public string? Comment { get; init; }
}

/// <summary>A value of an enum.</summary>
public sealed record EnumValueModel
{
    /// <summary>The C# name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in the .proto.</summary>
    public string OriginalName { get; init; } = "";

    /// <summary>The number.</summary>
    public int Number { get; init; }

    /// <summary>Whether an earlier value has the same number.</summary>
    public bool IsAlias { get; init; }

    /// <summary>Whether it gets <c>[Obsolete]</c>.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public string? Comment { get; init; }
}
