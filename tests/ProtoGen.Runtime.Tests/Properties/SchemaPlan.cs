namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>The language that a schema is written in.</summary>
internal enum SchemaSyntax
{
    Proto2,
    Proto3,
    Edition2023,
    Edition2024,
}

/// <summary>A message that a schema will have, so that fields can refer to it before it is written.</summary>
internal sealed record MessagePlan(string Name, string Scope, MessagePlan? Parent, bool IsExtendable)
{
    public const int FirstExtension = 1000;

    public const int LastExtension = 1999;

    private int _nextExtension = FirstExtension;

    public string FullName => Scope + "." + Name;

    /// <summary>Returns a number in the extension range that no other extension has.</summary>
    public int NextExtension() => _nextExtension++;
}

/// <summary>An enum that a schema will have.</summary>
internal sealed record EnumPlan(string Name, string Scope, MessagePlan? Parent, bool IsClosed, int[] Numbers)
{
    public string FullName => Scope + "." + Name;

    /// <summary>Gets the prefix of its values' names, which share their scope with those of other enums.</summary>
    public string Prefix => Name.ToUpperInvariant();

    public string ValueName(int index) => $"{Prefix}_V{index}";
}
