namespace ProtoGen.Runtime.Schema;

/// <summary>The declared type of a field, with the numbers of <c>FieldDescriptorProto.Type</c>.</summary>
internal enum FieldKind : byte
{
    Double = 1,
    Float = 2,
    Int64 = 3,
    UInt64 = 4,
    Int32 = 5,
    Fixed64 = 6,
    Fixed32 = 7,
    Bool = 8,
    String = 9,
    Group = 10,
    Message = 11,
    Bytes = 12,
    UInt32 = 13,
    Enum = 14,
    SFixed32 = 15,
    SFixed64 = 16,
    SInt32 = 17,
    SInt64 = 18,
}

/// <summary>Returns the properties of field types on which the wire format depends.</summary>
internal static class FieldKinds
{
    public static bool IsMessage(this FieldKind kind) => kind is FieldKind.Message or FieldKind.Group;

    public static bool IsPackable(this FieldKind kind) =>
        kind is not (FieldKind.String or FieldKind.Bytes or FieldKind.Message or FieldKind.Group);

    public static int WireType(this FieldKind kind) => kind switch
    {
        FieldKind.Double or FieldKind.Fixed64 or FieldKind.SFixed64 => Wire.Fixed64,
        FieldKind.Float or FieldKind.Fixed32 or FieldKind.SFixed32 => Wire.Fixed32,
        FieldKind.String or FieldKind.Bytes or FieldKind.Message => Wire.Delimited,
        FieldKind.Group => Wire.StartGroup,
        _ => Wire.Varint,
    };
}

/// <summary>The numbers of the wire types.</summary>
internal static class Wire
{
    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Delimited = 2;
    public const int StartGroup = 3;
    public const int EndGroup = 4;
    public const int Fixed32 = 5;
}
