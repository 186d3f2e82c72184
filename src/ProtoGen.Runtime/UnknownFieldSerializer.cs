#if NET
using System.Runtime.CompilerServices;
#endif
using Google.Protobuf;
#if NET
using Google.Protobuf.WellKnownTypes;
#endif

namespace ProtoGen.Runtime;

/// <summary>Reads and writes sets of unknown fields.</summary>
internal static class UnknownFieldSerializer
{
#if NET
    // Google.Protobuf creates a context over memory for messages only. To a message without fields, all fields are unknown.
    [ThreadStatic]
    private static Empty? s_message;

    /// <summary>Adds serialized fields to a set and returns it.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not well formed.</exception>
    public static UnknownFieldSet Read(UnknownFieldSet? set, ReadOnlySpan<byte> fields)
    {
        var message = s_message ??= new Empty();
        ref var content = ref Content(message);
        content = set;
        try
        {
            message.MergeFrom(fields);
            return content!;
        }
        finally
        {
            content = null;
        }
    }

    /// <summary>Writes a set to memory of exactly its size.</summary>
    public static void Write(UnknownFieldSet set, Span<byte> output)
    {
        var message = s_message ??= new Empty();
        ref var content = ref Content(message);
        content = set;
        try
        {
            message.WriteTo(output);
        }
        finally
        {
            content = null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Content(Empty message);
#else
    /// <summary>Adds serialized fields to a set and returns it.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not well formed.</exception>
    public static UnknownFieldSet Read(UnknownFieldSet? set, ReadOnlySpan<byte> fields)
    {
        var input = new CodedInputStream(fields.ToArray());
        while (input.ReadTag() != 0)
            set = UnknownFieldSet.MergeFieldFrom(set, input);
        return set!;
    }

    /// <summary>Writes a set to memory of exactly its size.</summary>
    public static void Write(UnknownFieldSet set, Span<byte> output)
    {
        var bytes = new byte[output.Length];
        var stream = new CodedOutputStream(bytes);
        set.WriteTo(stream);
        stream.Flush();
        bytes.CopyTo(output);
    }
#endif
}
