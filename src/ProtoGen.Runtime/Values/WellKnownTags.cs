using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

/// <summary>The tags of the fields of well-known messages.</summary>
internal static class WellKnownTags
{
    /// <summary>The tag of <c>seconds</c> in Timestamp and Duration.</summary>
    public const uint Seconds = (Timestamp.SecondsFieldNumber << 3) | Varint;

    /// <summary>The tag of <c>nanos</c> in Timestamp and Duration.</summary>
    public const uint Nanos = (Timestamp.NanosFieldNumber << 3) | Varint;

    /// <summary>The tag of <c>type_url</c> in Any.</summary>
    public const uint TypeUrl = (Any.TypeUrlFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>value</c> in Any.</summary>
    public const uint Content = (Any.ValueFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>paths</c> in FieldMask.</summary>
    public const uint Paths = (FieldMask.PathsFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>fields</c> in Struct.</summary>
    public const uint Fields = (Struct.FieldsFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>values</c> in ListValue.</summary>
    public const uint Values = (Google.Protobuf.WellKnownTypes.ListValue.ValuesFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>null_value</c> in Value.</summary>
    public const uint NullValue = (Value.NullValueFieldNumber << 3) | Varint;

    /// <summary>The tag of <c>number_value</c> in Value.</summary>
    public const uint NumberValue = (Value.NumberValueFieldNumber << 3) | Fixed64;

    /// <summary>The tag of <c>string_value</c> in Value.</summary>
    public const uint StringValue = (Value.StringValueFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>bool_value</c> in Value.</summary>
    public const uint BoolValue = (Value.BoolValueFieldNumber << 3) | Varint;

    /// <summary>The tag of <c>struct_value</c> in Value.</summary>
    public const uint StructValue = (Value.StructValueFieldNumber << 3) | Delimited;

    /// <summary>The tag of <c>list_value</c> in Value.</summary>
    public const uint ListValue = (Value.ListValueFieldNumber << 3) | Delimited;

    private const uint Varint = (uint)WireFormat.WireType.Varint;
    private const uint Fixed64 = (uint)WireFormat.WireType.Fixed64;
    private const uint Delimited = (uint)WireFormat.WireType.LengthDelimited;
}
