namespace ProtoGen.Runtime;

/// <summary>Remembers the message types for which the last attempt to write in one pass failed.</summary>
/// <remarks>
/// Types with maps or large values mostly fail again, so their attempts are skipped, except for an occasional retry. A wrong answer only
/// costs time, so no lock is needed.
/// </remarks>
internal static class DraftHistory
{
    private const int Slots = 64;
    private const int RetryEvery = 32;

    private static readonly IntPtr[] GivenUp = new IntPtr[Slots];
    private static readonly byte[] Refusals = new byte[Slots];

    /// <summary>Returns whether writing <paramref name="message"/> in one pass is likely to succeed.</summary>
    public static bool IsPromising(Message message)
    {
        var type = message.GetType().TypeHandle.Value;
        var slot = Slot(type);
        if (GivenUp[slot] != type)
            return true;
        if (++Refusals[slot] % RetryEvery != 0)
            return false;
        GivenUp[slot] = IntPtr.Zero;
        return true;
    }

    /// <summary>Records that writing the type of <paramref name="message"/> in one pass failed.</summary>
    public static void GiveUp(Message message)
    {
        var type = message.GetType().TypeHandle.Value;
        GivenUp[Slot(type)] = type;
    }

    // Type handles are multiples of eight.
    private static int Slot(IntPtr type) => (int)(((ulong)type >> 3 ^ (ulong)type >> 9) % Slots);
}
