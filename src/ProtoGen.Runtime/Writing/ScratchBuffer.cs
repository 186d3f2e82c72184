#if NET
using System.Runtime.CompilerServices;
#endif

namespace ProtoGen.Runtime;

/// <summary>Provides one pinned buffer per thread for messages of unknown size.</summary>
/// <remarks>The thread keeps the reference to the buffer, so that a <see cref="FieldWriter"/> needs none.</remarks>
internal static unsafe class ScratchBuffer
{
#if NET
    public const int Size = 1 << 16;

    [ThreadStatic]
    private static byte[]? s_buffer;

    [ThreadStatic]
    private static bool s_isRented;

    /// <summary>Rents the thread's buffer; returns false if an outer call uses it.</summary>
    public static bool TryRent(out byte* start)
    {
        if (s_isRented)
        {
            start = null;
            return false;
        }
        var buffer = s_buffer ??= GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        s_isRented = true;
        start = (byte*)Unsafe.AsPointer(ref buffer[0]);
        return true;
    }

    public static void Return() => s_isRented = false;
#else
    public const int Size = 0;

    public static bool TryRent(out byte* start)
    {
        start = null;
        return false;
    }

    public static void Return()
    {
    }
#endif
}
