namespace ProtoGen.Runtime.Schema;

/// <summary>The messages of google.protobuf with a special JSON form.</summary>
internal enum WellKnownType : byte
{
    None,
    Any,
    Timestamp,
    Duration,
    FieldMask,
    Struct,
    Value,
    ListValue,
    Wrapper,

    /// <summary>google.protobuf.Empty, which has a special form only inside an Any.</summary>
    Empty,
}

/// <summary>Finds well-known types by name, and contains the tags of their fields.</summary>
internal static class WellKnownTypes
{
    /// <summary>The tag of <c>seconds</c> in Timestamp and Duration.</summary>
    public const uint SecondsTag = (1 << 3) | Wire.Varint;

    /// <summary>The tag of <c>nanos</c> in Timestamp and Duration.</summary>
    public const uint NanosTag = (2 << 3) | Wire.Varint;

    /// <summary>The tag of <c>paths</c> in FieldMask.</summary>
    public const uint PathsTag = (1 << 3) | Wire.Delimited;

    /// <summary>The largest field number in Value. All its fields are members of the oneof <c>kind</c>.</summary>
    public const int LastKindOfValue = 6;

    public static WellKnownType Of(string fullName) => fullName switch
    {
        "google.protobuf.Any" => WellKnownType.Any,
        "google.protobuf.Timestamp" => WellKnownType.Timestamp,
        "google.protobuf.Duration" => WellKnownType.Duration,
        "google.protobuf.FieldMask" => WellKnownType.FieldMask,
        "google.protobuf.Struct" => WellKnownType.Struct,
        "google.protobuf.Value" => WellKnownType.Value,
        "google.protobuf.ListValue" => WellKnownType.ListValue,
        "google.protobuf.Empty" => WellKnownType.Empty,
        "google.protobuf.DoubleValue" or "google.protobuf.FloatValue" or "google.protobuf.Int64Value" or "google.protobuf.UInt64Value"
            or "google.protobuf.Int32Value" or "google.protobuf.UInt32Value" or "google.protobuf.BoolValue"
            or "google.protobuf.StringValue" or "google.protobuf.BytesValue" => WellKnownType.Wrapper,
        _ => WellKnownType.None,
    };
}
