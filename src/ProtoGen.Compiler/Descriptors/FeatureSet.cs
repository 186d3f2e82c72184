namespace ProtoGen.Compiler.Descriptors;

/// <summary>The resolved features of an element, with the numbers of google.protobuf.FeatureSet's enums.</summary>
/// <param name="FieldPresence">Explicit, implicit or required.</param>
/// <param name="EnumType">Open or closed.</param>
/// <param name="RepeatedFieldEncoding">Packed or expanded.</param>
/// <param name="Utf8Validation">Whether strings are checked.</param>
/// <param name="MessageEncoding">Length-prefixed or delimited.</param>
/// <param name="JsonFormat">Allowed or best effort.</param>
/// <param name="EnforceNamingStyle">Edition 2024's naming rules.</param>
/// <param name="DefaultSymbolVisibility">The visibility of symbols without export or local, since edition 2024.</param>
/// <param name="EnforceProtoLimits">The limits of edition 2026 for messages, oneofs and enums.</param>
public sealed record FeatureSet(
    FieldPresence FieldPresence,
    EnumType EnumType,
    RepeatedFieldEncoding RepeatedFieldEncoding,
    Utf8Validation Utf8Validation,
    MessageEncoding MessageEncoding,
    JsonFormat JsonFormat,
    EnforceNamingStyle EnforceNamingStyle,
    DefaultSymbolVisibility DefaultSymbolVisibility,
    EnforceProtoLimits EnforceProtoLimits)
{
    /// <summary>Gets the features of elements whose features are not resolved or cannot be resolved.</summary>
    internal static FeatureSet Unresolved { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Compares all features.</summary>
    /// <param name="other">The features to compare with.</param>
    /// <remarks>The record's own comparison compiles a comparer for each enum at run time, a tenth of the start-up of protogenc.</remarks>
    public bool Equals(FeatureSet? other) =>
        other is not null
        && FieldPresence == other.FieldPresence
        && EnumType == other.EnumType
        && RepeatedFieldEncoding == other.RepeatedFieldEncoding
        && Utf8Validation == other.Utf8Validation
        && MessageEncoding == other.MessageEncoding
        && JsonFormat == other.JsonFormat
        && EnforceNamingStyle == other.EnforceNamingStyle
        && DefaultSymbolVisibility == other.DefaultSymbolVisibility
        && EnforceProtoLimits == other.EnforceProtoLimits;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = (int)FieldPresence;
        hash = (hash * 5) + (int)EnumType;
        hash = (hash * 5) + (int)RepeatedFieldEncoding;
        hash = (hash * 5) + (int)Utf8Validation;
        hash = (hash * 5) + (int)MessageEncoding;
        hash = (hash * 5) + (int)JsonFormat;
        hash = (hash * 5) + (int)EnforceNamingStyle;
        hash = (hash * 5) + (int)DefaultSymbolVisibility;
        return (hash * 5) + (int)EnforceProtoLimits;
    }
}
