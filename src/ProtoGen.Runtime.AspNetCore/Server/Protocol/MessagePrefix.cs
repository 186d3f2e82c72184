using System.Buffers;
using System.Buffers.Binary;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>What stands before each message: a byte of flags and the length, big-endian in four bytes.</summary>
internal static class MessagePrefix
{
    public const int Size = 5;
    public const byte Compressed = 1;

    public static bool TryRead(in ReadOnlySequence<byte> buffer, out byte flags, out uint length)
    {
        var first = buffer.FirstSpan;
        if (first.Length >= Size)
        {
            flags = first[0];
            length = BinaryPrimitives.ReadUInt32BigEndian(first[1..]);
            return true;
        }
        flags = 0;
        length = 0;
        if (buffer.Length < Size)
            return false;
        Span<byte> prefix = stackalloc byte[Size];
        buffer.Slice(0, Size).CopyTo(prefix);
        flags = prefix[0];
        length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        return true;
    }

    public static void Write(Span<byte> destination, bool isCompressed, int length)
    {
        destination[0] = isCompressed ? Compressed : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(destination[1..], (uint)length);
    }
}
