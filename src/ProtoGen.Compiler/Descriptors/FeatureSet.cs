namespace ProtoGen.Compiler.Descriptors;

/// <summary>The resolved features of an element, with the numbers of google.protobuf.FeatureSet's enums.</summary>
/// <param name="FieldPresence">Explicit, implicit or required.</param>
/// <param name="EnumType">Open or closed.</param>
/// <param name="RepeatedFieldEncoding">Packed or expanded.</param>
/// <param name="Utf8Validation">Whether strings are checked.</param>
/// <param name="MessageEncoding">Length-prefixed or delimited.</param>
/// <param name="JsonFormat">Allowed or best effort.</param>
/// <param name="EnforceNamingStyle">Edition 2024's naming rules.</param>
/// <param name="DefaultSymbolVisibility">Edition 2024's visibility of symbols without export or local.</param>
public sealed record FeatureSet(
    FieldPresence FieldPresence,
    EnumType EnumType,
    RepeatedFieldEncoding RepeatedFieldEncoding,
    Utf8Validation Utf8Validation,
    MessageEncoding MessageEncoding,
    JsonFormat JsonFormat,
    EnforceNamingStyle EnforceNamingStyle,
    DefaultSymbolVisibility DefaultSymbolVisibility)
{
    /// <summary>The features of elements whose features are not resolved, or can't be.</summary>
    internal static FeatureSet Unresolved { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);
}
