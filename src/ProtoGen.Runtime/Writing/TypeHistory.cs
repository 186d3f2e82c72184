namespace ProtoGen.Runtime;

/// <summary>
/// Remembers message types for which one way to write failed, so that the next message is written in the other way at once.
/// </summary>
/// <remarks>Types share the slots, and no lock protects them: a wrong answer only costs time.</remarks>
internal sealed class TypeHistory
{
    private const int Slots = 64;
    private const int RetryEvery = 32;

    private readonly IntPtr[] _types = new IntPtr[Slots];
    private readonly byte[] _hits = new byte[Slots];

    /// <summary>
    /// Gets the types whose last attempt to write in one pass failed. Most have maps or large values and would fail again.
    /// </summary>
    public static TypeHistory FailedDrafts { get; } = new();

    /// <summary>Gets the types whose last message was larger than the thread's scratch buffer, or had a long value.</summary>
    public static TypeHistory LargeMessages { get; } = new();

    /// <summary>Returns whether the type of <paramref name="message"/> is remembered, except for an occasional retry.</summary>
    public bool Contains(Message message)
    {
        var type = message.GetType().TypeHandle.Value;
        var slot = Slot(type);
        if (_types[slot] != type)
            return false;
        if (++_hits[slot] % RetryEvery != 0)
            return true;
        _types[slot] = IntPtr.Zero;
        return false;
    }

    /// <summary>Remembers the type of <paramref name="message"/>.</summary>
    public void Add(Message message)
    {
        var type = message.GetType().TypeHandle.Value;
        _types[Slot(type)] = type;
    }

    /// <summary>Forgets the type of <paramref name="message"/>.</summary>
    public void Remove(Message message)
    {
        var type = message.GetType().TypeHandle.Value;
        if (_types[Slot(type)] == type)
            _types[Slot(type)] = IntPtr.Zero;
    }

    // Type handles are multiples of eight.
    private static int Slot(IntPtr type) => (int)(((ulong)type >> 3 ^ (ulong)type >> 9) % Slots);
}
