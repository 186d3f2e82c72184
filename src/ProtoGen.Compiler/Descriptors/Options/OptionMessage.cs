namespace ProtoGen.Compiler.Descriptors.Options;

/// <summary>Interpreted options of one element: a message such as google.protobuf.FieldOptions, custom options among its fields.</summary>
public sealed class OptionMessage
{
    /// <summary>No options.</summary>
    public static OptionMessage Empty { get; } = new();

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>The bool field with this number; false when it is not set.</summary>
    public bool GetBool(int number) => TryGetBool(number) ?? false;

    /// <summary>The bool field with this number; null when it is not set.</summary>
    public bool? TryGetBool(int number) => null;

    /// <summary>The string field with this number; null when it is not set.</summary>
    public string? GetString(int number) => null;

    /// <summary>The enum field with this number; null when it is not set.</summary>
    public int? GetEnum(int number) => null;
}
