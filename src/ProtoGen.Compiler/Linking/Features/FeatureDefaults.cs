using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Features;

/// <summary>The default features of each edition.</summary>
internal static class FeatureDefaults
{
    private static FeatureSet Proto2 { get; } = new(
        FieldPresence.Explicit, EnumType.Closed, RepeatedFieldEncoding.Expanded, Utf8Validation.None, MessageEncoding.LengthPrefixed,
        JsonFormat.LegacyBestEffort, EnforceNamingStyle.StyleLegacy, DefaultSymbolVisibility.ExportAll,
        EnforceProtoLimits.LegacyNoExplicitLimits);

    private static FeatureSet Proto3 { get; } = new(
        FieldPresence.Implicit, EnumType.Open, RepeatedFieldEncoding.Packed, Utf8Validation.Verify, MessageEncoding.LengthPrefixed,
        JsonFormat.Allow, EnforceNamingStyle.StyleLegacy, DefaultSymbolVisibility.ExportAll, EnforceProtoLimits.LegacyNoExplicitLimits);

    private static FeatureSet Edition2023 { get; } = Proto3 with { FieldPresence = FieldPresence.Explicit };

    private static FeatureSet Edition2024 { get; } = Edition2023 with
    {
        EnforceNamingStyle = EnforceNamingStyle.Style2024,
        DefaultSymbolVisibility = DefaultSymbolVisibility.ExportTopLevel,
    };

    private static FeatureSet Edition2026 { get; } = Edition2024 with
    {
        EnforceNamingStyle = EnforceNamingStyle.Style2026,
        DefaultSymbolVisibility = DefaultSymbolVisibility.Strict,
        EnforceProtoLimits = EnforceProtoLimits.ProtoLimits2026,
    };

    internal static FeatureSet Of(Edition edition) => edition switch
    {
        < Edition.Proto3 => Proto2,
        Edition.Proto3 => Proto3,
        < Edition.Edition2024 => Edition2023,
        < Edition.Edition2026 => Edition2024,
        _ => Edition2026,
    };
}
