namespace ProtoGen.Compiler.Syntax;

/// <summary>The identifiers that have a meaning in some position. None is reserved, so each can also be a name.</summary>
internal enum Keyword : byte
{
    None,

    // Scalar types and group, in the order of ScalarTypes.
    Double, Float, Int64, UInt64, Int32, Fixed64, Fixed32, Bool, String, Group, Bytes, UInt32, SFixed32, SFixed64, SInt32, SInt64,

    // Types of unstable editions only.
    Varint32, Varint64, UVarint32, UVarint64, ZigZag32, ZigZag64,

    Syntax, Edition, Package, Import, Public, Weak, Option, Export, Local,
    Message, Enum, Service, Extend, Extensions, Reserved, Oneof, Map, To, Max,
    Optional, Required, Repeated, Default, JsonName, True, False, Inf, Nan,
    Rpc, Returns, Stream,
}
