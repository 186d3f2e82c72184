namespace ProtoGen.Grpc;

/// <summary>How to write messages.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in a buffer for the next one.</summary>
    BufferHint = 0x1,

    /// <summary>The message is sent as it is, even if the call has an encoding.</summary>
    NoCompress = 0x2,
}
