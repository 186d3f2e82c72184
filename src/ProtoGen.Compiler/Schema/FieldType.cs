namespace ProtoGen.Compiler.Schema;

/// <summary>Field types, with the numbers of FieldDescriptorProto.Type.</summary>
public enum FieldType
{
    /// <summary>The name of a message or an enum, which the linker resolves.</summary>
    Unresolved = 0,

    /// <summary>TYPE_DOUBLE</summary>
    Double = 1,

    /// <summary>TYPE_FLOAT</summary>
    Float = 2,

    /// <summary>TYPE_INT64</summary>
    Int64 = 3,

    /// <summary>TYPE_UINT64</summary>
    UInt64 = 4,

    /// <summary>TYPE_INT32</summary>
    Int32 = 5,

    /// <summary>TYPE_FIXED64</summary>
    Fixed64 = 6,

    /// <summary>TYPE_FIXED32</summary>
    Fixed32 = 7,

    /// <summary>TYPE_BOOL</summary>
    Bool = 8,

    /// <summary>TYPE_STRING</summary>
    String = 9,

    /// <summary>TYPE_GROUP</summary>
    Group = 10,

    /// <summary>TYPE_MESSAGE</summary>
    Message = 11,

    /// <summary>TYPE_BYTES</summary>
    Bytes = 12,

    /// <summary>TYPE_UINT32</summary>
    UInt32 = 13,

    /// <summary>TYPE_ENUM</summary>
    Enum = 14,

    /// <summary>TYPE_SFIXED32</summary>
    SFixed32 = 15,

    /// <summary>TYPE_SFIXED64</summary>
    SFixed64 = 16,

    /// <summary>TYPE_SINT32</summary>
    SInt32 = 17,

    /// <summary>TYPE_SINT64</summary>
    SInt64 = 18,
}
