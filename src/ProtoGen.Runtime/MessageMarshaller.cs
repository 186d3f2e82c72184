using System.Buffers;
using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Serializes and parses messages for generated gRPC services.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageMarshaller
{
    /// <summary>Writes a message of any type to the transport's buffer.</summary>
    /// <param name="message">The message to write.</param>
    /// <param name="size">The size of the message in bytes, which the transport already knows.</param>
    /// <param name="output">The transport's buffer.</param>
    public static void Write(IMessage message, int size, IBufferWriter<byte> output)
    {
        if (message is Message own)
            SpanSerializer.WriteToBuffer(own, output, size);
        else
            MessageExtensions.WriteTo(message, output);
    }

    /// <summary>Parses a message.</summary>
    /// <param name="data">The message's bytes in one or more segments.</param>
    /// <param name="parser">Parses messages of other generators, and malformed data in order to throw the error.</param>
    /// <exception cref="InvalidProtocolBufferException">The data is malformed.</exception>
    public static T Parse<T>(ReadOnlySequence<byte> data, MessageParser<T> parser)
        where T : class, IMessage<T>, new()
    {
        if (HasSpanPath<T>.Value)
        {
            var message = MessageFactory<T>.Create();
            if (SpanParser.TryReadSequence(data, (Message)(object)message)) return message;
        }

        return parser.ParseFrom(data);
    }

    private static class HasSpanPath<T>
    {
        public static readonly bool Value = typeof(Message).IsAssignableFrom(typeof(T));
    }
}
