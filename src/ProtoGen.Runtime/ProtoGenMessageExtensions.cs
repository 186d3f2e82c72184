using System.Buffers;
using ProtoGen.Runtime;

namespace Google.Protobuf;

/// <summary>
/// Writes messages with ProtoGen's base class faster than <see cref="MessageExtensions"/>, and resets them for reuse.
/// </summary>
/// <remarks>
/// The C# compiler prefers these methods to those of Google.Protobuf, because their receiver is a class and not an interface. They are not
/// members of the messages, because reflection by the name <c>WriteTo</c> alone would then find more than one method, and because an
/// instance method hides the user's extension methods of that name and causes a warning where the message may be null.
/// </remarks>
public static class ProtoGenMessageExtensions
{
    // Google.Protobuf's methods have no annotations either.
#nullable disable annotations
    /// <summary>Returns the serialized message.</summary>
    public static byte[] ToByteArray(this Message message) =>
        SpanSerializer.ToByteArray(ProtoPreconditions.CheckNotNull(message, nameof(message)));

    /// <summary>Writes the message to a span of exactly its size.</summary>
    /// <exception cref="ArgumentException">The length of <paramref name="output"/> is not the size of the message.</exception>
    public static void WriteTo(this Message message, Span<byte> output) =>
        SpanSerializer.WriteToSpan(ProtoPreconditions.CheckNotNull(message, nameof(message)), output);

    /// <summary>Writes the message to a buffer writer.</summary>
    public static void WriteTo(this Message message, IBufferWriter<byte> output) =>
        SpanSerializer.WriteToBuffer(ProtoPreconditions.CheckNotNull(message, nameof(message)), output);

    /// <summary>Resets all fields to their defaults but keeps the memory of lists and maps for reuse.</summary>
    public static void Clear(this Message message) => ProtoPreconditions.CheckNotNull(message, nameof(message)).Reset();
#nullable restore annotations
}
