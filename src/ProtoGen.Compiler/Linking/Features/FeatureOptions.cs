using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Features;

/// <summary>Reads a written google.protobuf.FeatureSet.</summary>
internal static class FeatureOptions
{
    internal const int FieldPresence = 1;
    internal const int EnumType = 2;
    internal const int RepeatedFieldEncoding = 3;
    internal const int Utf8Validation = 4;
    internal const int MessageEncoding = 5;
    internal const int JsonFormat = 6;
    internal const int EnforceNamingStyle = 7;
    internal const int DefaultSymbolVisibility = 8;

    /// <summary>The features with what is written in place of the inherited values.</summary>
    internal static FeatureSet Apply(FeatureSet inherited, OptionMessage written) => new(
        (FieldPresence)(written.GetEnum(FieldPresence) ?? (int)inherited.FieldPresence),
        (EnumType)(written.GetEnum(EnumType) ?? (int)inherited.EnumType),
        (RepeatedFieldEncoding)(written.GetEnum(RepeatedFieldEncoding) ?? (int)inherited.RepeatedFieldEncoding),
        (Utf8Validation)(written.GetEnum(Utf8Validation) ?? (int)inherited.Utf8Validation),
        (MessageEncoding)(written.GetEnum(MessageEncoding) ?? (int)inherited.MessageEncoding),
        (JsonFormat)(written.GetEnum(JsonFormat) ?? (int)inherited.JsonFormat),
        (EnforceNamingStyle)(written.GetEnum(EnforceNamingStyle) ?? (int)inherited.EnforceNamingStyle),
        (DefaultSymbolVisibility)(written.GetEnum(DefaultSymbolVisibility) ?? (int)inherited.DefaultSymbolVisibility));

    /// <summary>The first feature without a value, with the prefix of its enum's values; null when all have one.</summary>
    internal static (string Field, string Enum)? FindUnknown(FeatureSet features)
    {
        if (features.FieldPresence == default) return ("field_presence", "FIELD_PRESENCE");
        if (features.EnumType == default) return ("enum_type", "ENUM_TYPE");
        if (features.RepeatedFieldEncoding == default) return ("repeated_field_encoding", "REPEATED_FIELD_ENCODING");
        if (features.Utf8Validation == default) return ("utf8_validation", "UTF8_VALIDATION");
        if (features.MessageEncoding == default) return ("message_encoding", "MESSAGE_ENCODING");
        if (features.JsonFormat == default) return ("json_format", "JSON_FORMAT");
        if (features.EnforceNamingStyle == default) return ("enforce_naming_style", "ENFORCE_NAMING_STYLE");
        if (features.DefaultSymbolVisibility == default) return ("default_symbol_visibility", "VisibilityFeature::DEFAULT_SYMBOL_VISIBILITY");
        return null;
    }
}
