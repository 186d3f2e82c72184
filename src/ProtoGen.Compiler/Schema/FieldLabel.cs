namespace ProtoGen.Compiler.Schema;

/// <summary>Labels, with the numbers of FieldDescriptorProto.Label.</summary>
public enum FieldLabel
{
    /// <summary>No label is written (allowed in proto3, editions, oneofs and maps); serialized as optional.</summary>
    None = 0,

    /// <summary><c>optional</c></summary>
    Optional = 1,

    /// <summary><c>required</c></summary>
    Required = 2,

    /// <summary><c>repeated</c></summary>
    Repeated = 3,
}
