using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Reads and writes a set of unknown fields as if it were a message.</summary>
/// <remarks>Google.Protobuf creates a <see cref="ParseContext"/> or <see cref="WriteContext"/> over memory for messages only.</remarks>
internal sealed class UnknownFieldCarrier : IBufferMessage
{
    [ThreadStatic]
    private static UnknownFieldCarrier? s_instance;

    private UnknownFieldSet? _set;

    MessageDescriptor IMessage.Descriptor => throw new NotSupportedException();

    /// <summary>Adds serialized fields to a set and returns it.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not well formed.</exception>
    public static UnknownFieldSet Read(UnknownFieldSet? set, ReadOnlySpan<byte> fields)
    {
        var carrier = s_instance ??= new UnknownFieldCarrier();
        carrier._set = set;
        try
        {
            carrier.MergeFrom(fields);
            return carrier._set!;
        }
        finally
        {
            carrier._set = null;
        }
    }

    /// <summary>Writes a set to memory of exactly its size.</summary>
    public static void Write(UnknownFieldSet set, Span<byte> output)
    {
        var carrier = s_instance ??= new UnknownFieldCarrier();
        carrier._set = set;
        try
        {
            carrier.WriteTo(output);
        }
        finally
        {
            carrier._set = null;
        }
    }

    public void InternalMergeFrom(ref ParseContext ctx)
    {
        while (ctx.ReadTag() != 0)
            _set = UnknownFieldSet.MergeFieldFrom(_set, ref ctx);
    }

    public void InternalWriteTo(ref WriteContext ctx) => _set!.WriteTo(ref ctx);

    public int CalculateSize() => _set!.CalculateSize();

    public void MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    public void WriteTo(CodedOutputStream output) => throw new NotSupportedException();
}
