using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>One pinned buffer for each thread, for messages whose size is not known before they are written.</summary>
internal static unsafe class ScratchBuffer
{
#if NET
    public const int Size = 1 << 16;

    [ThreadStatic]
    private static byte[]? s_buffer;

    /// <summary>Removes the thread's buffer from its slot, so that a message written in the meantime gets another.</summary>
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
