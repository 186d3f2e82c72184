using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

/// <summary>Lends Google.Protobuf's path to messages that have no span path, inside those that do.</summary>
internal static unsafe class ForeignMessage
{
    private const int RecursionLimit = 100;
    private const int AroundGroup = -1;

    /// <summary>Whether the message surely holds no map, so that there is only one order to write it in.</summary>
    public static bool HasNoMap(IMessage message) => message is Timestamp or Duration or Any or FieldMask or Empty;

    /// <summary>Merges <paramref name="data"/> into a message that stands <paramref name="depth"/> levels below the top.</summary>
    /// <exception cref="HandOverException">The data is malformed or nested too deeply.</exception>
    public static void MergeFrom(IMessage message, ReadOnlySpan<byte> data, int depth)
    {
        try
        {
            // Each level needs at least two bytes. Longer data may be too deep, and Google.Protobuf would count from 0.
            if (depth + data.Length / 2 < RecursionLimit)
                message.MergeFrom(data);
            else
                MergeAtDepth(message, data, depth);
        }
        catch (InvalidProtocolBufferException)
        {
            throw new HandOverException();
        }
    }

    /// <summary>Merges a group, with its tags, into a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="data">The group with its start and end tags.</param>
    /// <param name="depth">The nesting depth of the message that contains the group; 0 for the outermost message.</param>
    /// <exception cref="HandOverException">The data is malformed or nested too deeply.</exception>
    // The tags are included because generated classes reject a bare end-group tag with Google.Protobuf 3.25.
    public static void MergeGroup(IMessage message, ReadOnlySpan<byte> data, int depth) =>
        MergeFrom(new Shell(message, AroundGroup), data, depth);

    /// <summary>Reads through as many messages with nothing else in them as stand around this one.</summary>
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
            MessageExtensions.MergeFrom(new Shell(message, depth), new ReadOnlySpan<byte>(buffer, start, most - start));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Represents the messages around <paramref name="content"/>, or the one message around a group.</summary>
    private sealed class Shell(IMessage content, int depth) : IBufferMessage
    {
        private int _left = depth;

        public Google.Protobuf.Reflection.MessageDescriptor Descriptor => content.Descriptor;

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
