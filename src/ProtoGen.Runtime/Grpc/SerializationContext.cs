using System.Buffers;

namespace ProtoGen.Grpc;

/// <summary>Where a marshaller puts the bytes of one message: as an array, or into the transport's buffer.</summary>
public abstract class SerializationContext
{
    /// <summary>Gives the whole payload and ends the message.</summary>
    /// <param name="payload">The bytes; the context owns them from here on.</param>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>The buffer to write the payload to; end with <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Announces the payload's size, before <see cref="GetBufferWriter"/> is called.</summary>
    /// <param name="payloadLength">In bytes.</param>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends a message that was written to <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
