namespace ProtoGen.Grpc;

/// <summary>Options for writing messages.</summary>
/// <param name="flags">How to write.</param>
public class WriteOptions(WriteFlags flags = default)
{
    /// <summary>No flag set.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>How to write.</summary>
    public WriteFlags Flags { get; } = flags;
}
