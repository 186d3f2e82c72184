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
    /// <summary>The features of elements whose features are not resolved or cannot be resolved.</summary>
    internal static FeatureSet Unresolved { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
