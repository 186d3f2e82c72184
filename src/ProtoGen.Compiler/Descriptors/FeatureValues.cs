namespace ProtoGen.Compiler.Descriptors;

/// <summary>The values of google.protobuf.FeatureSet.FieldPresence.</summary>
public enum FieldPresence
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>EXPLICIT.</summary>
    Explicit = 1,

    /// <summary>IMPLICIT.</summary>
    Implicit = 2,

    /// <summary>LEGACY_REQUIRED.</summary>
    LegacyRequired = 3,
}

/// <summary>The values of google.protobuf.FeatureSet.EnumType.</summary>
public enum EnumType
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>OPEN.</summary>
    Open = 1,

    /// <summary>CLOSED.</summary>
    Closed = 2,
}

/// <summary>The values of google.protobuf.FeatureSet.RepeatedFieldEncoding.</summary>
public enum RepeatedFieldEncoding
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>PACKED.</summary>
    Packed = 1,

    /// <summary>EXPANDED.</summary>
    Expanded = 2,
}

/// <summary>The values of google.protobuf.FeatureSet.Utf8Validation.</summary>
public enum Utf8Validation
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>VERIFY.</summary>
    Verify = 2,

    /// <summary>NONE.</summary>
    None = 3,
}

/// <summary>The values of google.protobuf.FeatureSet.MessageEncoding.</summary>
public enum MessageEncoding
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>LENGTH_PREFIXED.</summary>
    LengthPrefixed = 1,

    /// <summary>DELIMITED.</summary>
    Delimited = 2,
}

/// <summary>The values of google.protobuf.FeatureSet.JsonFormat.</summary>
public enum JsonFormat
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>ALLOW.</summary>
    Allow = 1,

    /// <summary>LEGACY_BEST_EFFORT.</summary>
    LegacyBestEffort = 2,
}

/// <summary>The values of google.protobuf.FeatureSet.EnforceNamingStyle.</summary>
public enum EnforceNamingStyle
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>STYLE2024.</summary>
    Style2024 = 1,

    /// <summary>STYLE_LEGACY.</summary>
    StyleLegacy = 2,

    /// <summary>STYLE2026.</summary>
    Style2026 = 3,
}

/// <summary>The values of google.protobuf.FeatureSet.VisibilityFeature.DefaultSymbolVisibility.</summary>
public enum DefaultSymbolVisibility
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>EXPORT_ALL.</summary>
    ExportAll = 1,

    /// <summary>EXPORT_TOP_LEVEL.</summary>
    ExportTopLevel = 2,

    /// <summary>LOCAL_ALL.</summary>
    LocalAll = 3,

    /// <summary>STRICT.</summary>
    Strict = 4,
}

/// <summary>The values of google.protobuf.FeatureSet.ProtoLimitsFeature.EnforceProtoLimits.</summary>
public enum EnforceProtoLimits
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>LEGACY_NO_EXPLICIT_LIMITS.</summary>
    LegacyNoExplicitLimits = 1,

    /// <summary>PROTO_LIMITS2026.</summary>
    ProtoLimits2026 = 2,
}
