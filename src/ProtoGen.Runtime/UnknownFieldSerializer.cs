using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Reads and writes a set of unknown fields as if it were a message.</summary>
/// <remarks>Google.Protobuf creates a <see cref="ParseContext"/> or <see cref="WriteContext"/> over memory for messages only.</remarks>
internal sealed class UnknownFieldSerializer : IBufferMessage
{
    [ThreadStatic]
    private static UnknownFieldSerializer? s_instance;

    private UnknownFieldSet? _set;

    public static MessageDescriptor Descriptor => HelperDescriptor.Create(nameof(UnknownFieldSerializer));

    MessageDescriptor IMessage.Descriptor => Descriptor;

    /// <summary>Adds serialized fields to a set and returns it.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not well formed.</exception>
    public static UnknownFieldSet Read(UnknownFieldSet? set, ReadOnlySpan<byte> fields)
    {
        var message = s_instance ??= new UnknownFieldSerializer();
        message._set = set;
        try
        {
            message.MergeFrom(fields);
            return message._set!;
        }
        finally
        {
            message._set = null;
        }
    }

    /// <summary>Writes a set to memory of exactly its size.</summary>
    public static void Write(UnknownFieldSet set, Span<byte> output)
    {
        var message = s_instance ??= new UnknownFieldSerializer();
        message._set = set;
        try
        {
            message.WriteTo(output);
        }
        finally
        {
            message._set = null;
        }
    }

    public void InternalMergeFrom(ref ParseContext ctx)
    {
        while (ctx.ReadTag() != 0)
            _set = UnknownFieldSet.MergeFieldFrom(_set, ref ctx);
    }

    public void InternalWriteTo(ref WriteContext ctx) => _set!.WriteTo(ref ctx);

    public void MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    public void WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    public int CalculateSize() => throw new NotSupportedException();
}
