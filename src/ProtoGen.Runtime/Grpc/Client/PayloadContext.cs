using System.Buffers;

namespace ProtoGen.Grpc.Client;

/// <summary>Lets a deserializer read a payload where it lies.</summary>
internal sealed class PayloadContext : DeserializationContext
{
    [ThreadStatic]
    private static PayloadContext? t_cached;

    private ArraySegment<byte> _payload;

    private PayloadContext()
    {
    }

    public override int PayloadLength => _payload.Count;

    public static T Deserialize<T>(ArraySegment<byte> payload, Func<DeserializationContext, T> deserializer)
    {
        var context = t_cached ?? new PayloadContext();
        t_cached = null;
        context._payload = payload;
        try
        {
            return deserializer(context);
        }
        finally
        {
            context._payload = ArraySegment<byte>.Empty;
            t_cached = context;
        }
    }

    public override byte[] PayloadAsNewBuffer() => _payload.AsSpan().ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(_payload.AsMemory());
}
