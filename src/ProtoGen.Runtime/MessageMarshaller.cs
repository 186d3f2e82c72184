using System.Buffers;
using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>What the marshallers of generated services do: the span path where a message has it, Google.Protobuf's otherwise.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageMarshaller
{
    /// <summary>Writes <paramref name="message"/>, of any type, to <paramref name="output"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="size">The size of the message in bytes, which the caller has already passed to the transport.</param>
    /// <param name="output">The transport's buffer.</param>
    public static void Write(IMessage message, int size, IBufferWriter<byte> output)
    {
        if (message is Message own)
            SpanSerializer.WriteToBuffer(own, output, size);
        else
            MessageExtensions.WriteTo(message, output);
    }

    /// <summary>Reads one whole message.</summary>
    /// <param name="data">The message's bytes in one or more segments.</param>
    /// <param name="parser">What reads types without the span path, and says what is wrong with malformed data.</param>
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
