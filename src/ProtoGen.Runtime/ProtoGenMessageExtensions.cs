using System.Buffers;
using ProtoGen.Runtime;

namespace Google.Protobuf;

/// <summary>Writes messages with ProtoGen's base class faster than <see cref="MessageExtensions"/>.</summary>
/// <remarks>
/// The C# compiler prefers these methods to those of Google.Protobuf, because their receiver is a class and not an interface. They are not
/// members of the messages, because reflection by the name <c>WriteTo</c> alone would then find more than one method.
/// </remarks>
public static class ProtoGenMessageExtensions
{
    /// <summary>Writes the message to a span of exactly its size.</summary>
    /// <exception cref="ArgumentException">The length of <paramref name="output"/> is not the size of the message.</exception>
    public static void WriteTo(this Message message, Span<byte> output) =>
        SpanSerializer.WriteToSpan(ProtoPreconditions.CheckNotNull(message, nameof(message)), output);

    /// <summary>Writes the message to a buffer writer.</summary>
    public static void WriteTo(this Message message, IBufferWriter<byte> output) =>
        SpanSerializer.WriteToBuffer(ProtoPreconditions.CheckNotNull(message, nameof(message)), output);
}
