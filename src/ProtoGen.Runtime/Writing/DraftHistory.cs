namespace ProtoGen.Runtime;

/// <summary>
/// Remembers the messages whose last draft was given up, as the next one mostly would be too: a type that holds maps, or
/// large values. Occasionally a draft is tried anyway. A wrong answer costs time, so nothing is locked.
/// </summary>
internal static class DraftHistory
{
    private const int Slots = 64;
    private const int RetryEvery = 32;

    private static readonly IntPtr[] GivenUp = new IntPtr[Slots];
    private static readonly byte[] Refusals = new byte[Slots];

    /// <summary>Returns whether a single-pass attempt for <paramref name="message"/> is likely to succeed.</summary>
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

    /// <summary>Records that the single-pass attempt for the type of <paramref name="message"/> failed.</summary>
    public static void GiveUp(Message message)
    {
        var type = message.GetType().TypeHandle.Value;
        GivenUp[Slot(type)] = type;
    }

    // Type handles are multiples of eight.
    private static int Slot(IntPtr type) => (int)(((ulong)type >> 3 ^ (ulong)type >> 9) % Slots);
}
