using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

/// <summary>Parses messages whose classes another generator made, inside messages that use the span path.</summary>
internal static unsafe class ForeignMessage
{
    private const int AroundGroup = -1;

    /// <summary>Returns whether the message is known to contain no map, so that its serialized form is unique.</summary>
    public static bool HasNoMap(IMessage message) => message is Timestamp or Duration or Any or FieldMask or Empty;

    /// <summary>Parses <paramref name="data"/> into a message at the given nesting depth.</summary>
    /// <exception cref="HandOverException">The data is malformed or nested too deeply.</exception>
    public static void MergeFrom(IMessage message, ReadOnlySpan<byte> data, int depth)
    {
        try
        {
            // Each level needs at least two bytes. Longer data may exceed the limit, but Google.Protobuf would count the levels from 0.
            if (depth + data.Length / 2 < FieldReader.RecursionLimit)
                message.MergeFrom(data);
            else
                MergeAtDepth(message, data, depth);
        }
        catch (Exception)
        {
            // Google.Protobuf 3.25 throws IndexOutOfRangeException for some lengths, and the code of users can throw any exception.
            throw new HandOverException();
        }
    }

    /// <summary>Parses a group into a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="data">The group with its start and end tags.</param>
    /// <param name="depth">The nesting depth of the message that contains the group; 0 for the outermost message.</param>
    /// <exception cref="HandOverException">The data is malformed or nested too deeply.</exception>
    // The tags are included because generated classes reject a bare end-group tag with Google.Protobuf 3.25.
    public static void MergeGroup(IMessage message, ReadOnlySpan<byte> data, int depth) =>
        MergeFrom(new OuterMessages(message, AroundGroup), data, depth);

    /// <summary>Parses the data inside <paramref name="depth"/> empty messages, so that Google.Protobuf counts all levels.</summary>
    private static void MergeAtDepth(IMessage message, ReadOnlySpan<byte> data, int depth)
    {
        var most = depth * Varint.MaxSize + data.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var start = most - data.Length;
            data.CopyTo(buffer.AsSpan(start));
            fixed (byte* bytes = buffer)
            {
                for (var level = 0; level < depth; level++)
                {
                    var length = (uint)(most - start);
                    start -= Varint.Size(length);
                    Varint.Write(bytes + start, length);
                }
            }
            MessageExtensions.MergeFrom(new OuterMessages(message, depth), new ReadOnlySpan<byte>(buffer, start, most - start));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Represents the messages around <paramref name="content"/>, or for the one message around a group.</summary>
    private sealed class OuterMessages(IMessage content, int depth) : IBufferMessage
    {
        private int _left = depth;

        public OuterMessages()
            : this(new Empty(), 0)
        {
        }

        public static MessageDescriptor Descriptor => HelperDescriptor.Create(nameof(OuterMessages));

        MessageDescriptor IMessage.Descriptor => Descriptor;

        public void InternalMergeFrom(ref ParseContext ctx)
        {
            if (_left == AroundGroup)
            {
                ctx.ReadTag();
                ctx.ReadGroup(content);
            }
            else
            {
                ctx.ReadMessage(--_left > 0 ? this : content);
            }
        }

        public void InternalWriteTo(ref WriteContext ctx) => throw new NotSupportedException();

        public void MergeFrom(CodedInputStream input) => throw new NotSupportedException();

        public void WriteTo(CodedOutputStream output) => throw new NotSupportedException();

        public int CalculateSize() => throw new NotSupportedException();
    }
}
