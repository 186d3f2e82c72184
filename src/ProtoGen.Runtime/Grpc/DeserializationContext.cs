using System.Buffers;

namespace ProtoGen.Grpc;

/// <summary>The bytes of one message that came, for a marshaller to read.</summary>
public abstract class DeserializationContext
{
    /// <summary>In bytes; 0 is a message like any other.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A copy of the payload, which the caller may keep.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>The payload in the transport's buffer, valid until the deserializer returns.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
