using System.Buffers;

namespace ProtoGen.Grpc.Client;

/// <summary>A message as it travels: a flag, a length of four bytes, the payload; in a rented buffer.</summary>
internal readonly struct Frame(byte[] buffer, int length)
{
    public const int HeaderSize = 5;

    public byte[] Buffer => buffer;

    /// <summary>Header and payload, in bytes.</summary>
    public int Length => length;

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    public void Return() => ArrayPool<byte>.Shared.Return(buffer);
}
