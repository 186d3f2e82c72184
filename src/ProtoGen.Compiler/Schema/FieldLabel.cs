namespace ProtoGen.Compiler.Schema;

/// <summary>The labels of fields, with the numbers of FieldDescriptorProto.Label.</summary>
public enum FieldLabel
{
    /// <summary>No label is written, as proto3, editions, oneofs and maps allow. It is serialized as optional.</summary>
    None = 0,

    /// <summary><c>optional</c></summary>
    Optional = 1,

    /// <summary><c>required</c></summary>
    Required = 2,

    /// <summary><c>repeated</c></summary>
    Repeated = 3,
}
