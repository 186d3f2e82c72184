using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>Writes fields into memory or to a <see cref="Google.Protobuf.WriteContext"/>, counts their bytes, or hashes them.</summary>
/// <remarks>
/// The lengths of nested messages are filled in after their content, which saves a pass that computes them. When the memory is full and
/// cannot grow, the writer only counts the remaining bytes. Counters and hashes have no memory at all: the fast paths then fail without an
/// extra test, and the slow paths check the mode. Methods with <c>Implicit</c> in their name write nothing for the default.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe partial struct FieldWriter
{
    private byte* _position;
    private byte* _end;
    private byte* _start;
    private int _counted;
    // Bytes of fields with odd numbers. Each addition waits for the last one to the same word, so two words make counting faster.
    private int _countedOdd;
    private WriterMode _mode;
    // Set only in the mode Stream.
    private readonly void* _context;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FieldWriter(byte* start, int length, WriterMode mode)
    {
#if NET
        Unsafe.SkipInit(out this);
#else
        this = default;
#endif
        _start = start;
        _position = start;
        _end = start + length;
        _counted = 0;
        _countedOdd = 0;
        _mode = mode;
        IsRented = false;
    }

    /// <summary>Creates a writer that only counts bytes.</summary>
    // Clearing the memory with wide stores takes half the time of storing each field.
    internal static FieldWriter Counter()
    {
        FieldWriter counter = default;
        counter._mode = WriterMode.Count;
        return counter;
    }

    /// <summary>Returns a hash of the fields of <paramref name="message"/>.</summary>
    internal static int HashOf(Message message)
    {
        var hash = new FieldWriter(null, 0, WriterMode.Hash);
        hash._counted = 1; // In this mode the word holds the hash.
        message.Write(ref hash);
        return hash._counted;
    }

    /// <summary>Gets whether the writer computes a hash.</summary>
    /// <remarks>Generated code then passes fields with a default other than zero even if they are not set.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly bool IsHash => _mode == WriterMode.Hash;

    /// <summary>Gets how many bytes have been written or counted.</summary>
    internal readonly int Length => checked((int)(_position - _start) + _counted + _countedOdd);

    /// <summary>Gets how many bytes have been counted, if all were.</summary>
    internal readonly int Counted => checked(_counted + _countedOdd);

    /// <summary>Gets whether all bytes are in memory and none were only counted.</summary>
    internal readonly bool IsComplete => _mode is not (WriterMode.Count or WriterMode.Abandoned);

    /// <summary>Gets whether the memory is temporary.</summary>
    private readonly bool IsScratch => _mode <= WriterMode.Draft;

    /// <summary>Gets whether the memory is the thread's scratch buffer.</summary>
    internal bool IsRented { get; private set; }

    internal readonly ReadOnlySpan<byte> Written => new(_start, (int)(_position - _start));

    /// <summary>Reserves room for <paramref name="size"/> bytes in memory, or counts them.</summary>
    /// <returns>Whether the caller must write the bytes.</returns>
    private bool Reserve(int size)
    {
        if (_mode == WriterMode.Count)
        {
            _counted = checked(_counted + size);
            return false;
        }
        if (_end - _position >= size)
            return true;
        if (IsStream)
            return ReserveInWindow(size);
        if (IsScratch && TryGrow(size))
            return true;
        StartCounting();
        _counted = checked(_counted + size);
        return false;
    }

    /// <summary>Adds to the bytes that are counted.</summary>
    // Where the caller is inlined, the tag is a constant.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(uint tag, int size)
    {
        if ((tag & 8) == 0)
            _counted = checked(_counted + size);
        else
            _countedOdd = checked(_countedOdd + size);
    }

    // Zero leaves the hash unchanged, so that a field that is set to zero hashes like one that is not set. Equals treats both alike, too.
    private void Mix(uint tag, ulong value)
    {
        if (value != 0)
            _counted = (int)((((uint)_counted ^ (uint)value ^ (uint)(value >> 32)) + tag) * 0x9E3779B1);
    }

    /// <summary>Abandons a draft before content that a context may write in another order.</summary>
    private void EndDraft()
    {
        if (_mode == WriterMode.Draft)
            Abandon();
    }

    private void Abandon()
    {
        _mode = WriterMode.Abandoned;
        _end = _position;
    }

    private void StartCounting()
    {
        if (_mode != WriterMode.Scratch)
        {
            Abandon();
            return;
        }
        _mode = WriterMode.Count;
        _counted = (int)(_position - _start);
        _start = _end = _position;
    }

    private bool TryGrow(int size)
    {
        var used = (int)(_position - _start);
        if (IsRented || used + size > ScratchBuffer.Size || !ScratchBuffer.TryRent(out var start))
            return false;
        IsRented = true;
        Unsafe.CopyBlockUnaligned(start, _start, (uint)used);
        _start = start;
        _position = start + used;
        _end = start + ScratchBuffer.Size;
        return true;
    }

    // Where the caller is inlined, the tag is a constant and one branch remains.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* PutTag(byte* destination, uint tag)
    {
        if (tag is < 0x80 or >= 0x4000)
            return Varint.Write(destination, tag);
        destination[0] = (byte)(tag | 0x80);
        destination[1] = (byte)(tag >> 7);
        return destination + 2;
    }

    internal readonly void Release()
    {
        if (IsRented)
            ScratchBuffer.Return();
    }
}
