using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>Provides one pinned buffer per thread for messages of unknown size.</summary>
internal static unsafe class ScratchBuffer
{
#if NET
    public const int Size = 1 << 16;

    [ThreadStatic]
    private static byte[]? s_buffer;

    /// <summary>Returns the thread's buffer and removes it from its slot, so that a nested call gets another one.</summary>
    public static byte[]? Rent(out byte* start)
    {
        var buffer = s_buffer ?? GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        s_buffer = null;
        start = (byte*)Unsafe.AsPointer(ref buffer[0]);
        return buffer;
    }

    public static void Return(byte[] buffer) => s_buffer = buffer;
#else
    public const int Size = 0;

    public static byte[]? Rent(out byte* start)
    {
        start = null;
        return null;
    }

    public static void Return(byte[] buffer) => _ = buffer;
#endif
}
