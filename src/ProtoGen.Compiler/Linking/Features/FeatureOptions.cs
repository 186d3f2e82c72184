using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Features;

/// <summary>Reads google.protobuf.FeatureSet options.</summary>
internal static class FeatureOptions
{
    /// <summary>Returns the inherited features with the values that the options set.</summary>
    internal static FeatureSet Apply(FeatureSet inherited, OptionMessage written) => new(
        (FieldPresence)(written.GetEnum(DescriptorFields.FeatureSet.FieldPresence) ?? (int)inherited.FieldPresence),
        (EnumType)(written.GetEnum(DescriptorFields.FeatureSet.EnumType) ?? (int)inherited.EnumType),
        (RepeatedFieldEncoding)(written.GetEnum(DescriptorFields.FeatureSet.RepeatedFieldEncoding) ?? (int)inherited.RepeatedFieldEncoding),
        (Utf8Validation)(written.GetEnum(DescriptorFields.FeatureSet.Utf8Validation) ?? (int)inherited.Utf8Validation),
        (MessageEncoding)(written.GetEnum(DescriptorFields.FeatureSet.MessageEncoding) ?? (int)inherited.MessageEncoding),
        (JsonFormat)(written.GetEnum(DescriptorFields.FeatureSet.JsonFormat) ?? (int)inherited.JsonFormat),
        (EnforceNamingStyle)(written.GetEnum(DescriptorFields.FeatureSet.EnforceNamingStyle) ?? (int)inherited.EnforceNamingStyle),
        (DefaultSymbolVisibility)(
            written.GetEnum(DescriptorFields.FeatureSet.DefaultSymbolVisibility) ?? (int)inherited.DefaultSymbolVisibility),
        (EnforceProtoLimits)(written.GetEnum(DescriptorFields.FeatureSet.EnforceProtoLimits) ?? (int)inherited.EnforceProtoLimits));

    /// <summary>
    /// Returns the name of the first feature without a value, with the prefix of its enum's values; null if all have a value.
    /// </summary>
    internal static (string Field, string Enum)? FindUnknown(FeatureSet features)
    {
        if (features.FieldPresence == default) return ("field_presence", "FIELD_PRESENCE");
        if (features.EnumType == default) return ("enum_type", "ENUM_TYPE");
        if (features.RepeatedFieldEncoding == default) return ("repeated_field_encoding", "REPEATED_FIELD_ENCODING");
        if (features.Utf8Validation == default) return ("utf8_validation", "UTF8_VALIDATION");
        if (features.MessageEncoding == default) return ("message_encoding", "MESSAGE_ENCODING");
        if (features.JsonFormat == default) return ("json_format", "JSON_FORMAT");
        if (features.EnforceNamingStyle == default) return ("enforce_naming_style", "ENFORCE_NAMING_STYLE");
        if (features.DefaultSymbolVisibility == default)
            return ("default_symbol_visibility", "VisibilityFeature::DEFAULT_SYMBOL_VISIBILITY");
        if (features.EnforceProtoLimits == default) return ("enforce_proto_limits", "ProtoLimitsFeature::PROTO_LIMITS");
        return null;
    }
}
