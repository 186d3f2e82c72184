using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>Reads and writes unaligned little-endian integers on any machine.</summary>
internal static unsafe class LittleEndian
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ReadUInt32(byte* source)
    {
        var value = Unsafe.ReadUnaligned<uint>(source);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadUInt64(byte* source)
    {
        var value = Unsafe.ReadUnaligned<ulong>(source);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt32(byte* destination, uint value) =>
        Unsafe.WriteUnaligned(destination, BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt64(byte* destination, ulong value) =>
        Unsafe.WriteUnaligned(destination, BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
}
