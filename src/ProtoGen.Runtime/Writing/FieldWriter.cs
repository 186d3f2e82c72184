using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
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
    private WriterMode _mode;
    private byte[]? _rented;
    private readonly void* _context;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FieldWriter(byte* start, int length, WriterMode mode)
    {
        this = default;
        _start = start;
        _position = start;
        _end = start + length;
        _mode = mode;
    }

    /// <summary>Creates a writer that only counts bytes.</summary>
    internal static FieldWriter Counter() => new(null, 0, WriterMode.Count);

    /// <summary>Returns a hash of the fields of <paramref name="message"/>.</summary>
    internal static int HashOf(Message message)
    {
        var hash = new FieldWriter(null, 0, WriterMode.Hash) { _counted = 1 };
        message.Write(ref hash);
        return hash._counted;
    }

    /// <summary>Gets whether the writer computes a hash.</summary>
    /// <remarks>Generated code then passes fields with a default other than zero even if they are not set.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly bool IsHash => _mode == WriterMode.Hash;

    /// <summary>Gets how many bytes have been written or counted.</summary>
    internal readonly int Length => (int)(_position - _start) + _counted;

    /// <summary>Gets whether all bytes are in memory and none were only counted.</summary>
    internal readonly bool IsComplete => _mode is not (WriterMode.Count or WriterMode.Abandoned);

    /// <summary>Gets whether the memory is temporary.</summary>
    private readonly bool IsScratch => _mode <= WriterMode.Draft;

    internal readonly bool IsRented => _rented != null;

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
        if (_mode is WriterMode.Exact or WriterMode.Sized)
            HandOver();
        StartCounting();
        _counted = checked(_counted + size);
        return false;
    }

    // Zero leaves the hash unchanged, so that a field that is set to zero hashes like one that is not set. Equals treats both alike, too.
    private void Mix(uint tag, ulong value)
    {
        if (value != 0)
            _counted = (int)((((uint)_counted ^ (uint)value ^ (uint)(value >> 32)) + tag) * 0x9E3779B1);
    }

    /// <summary>Abandons a draft before content that another writer may order differently.</summary>
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
        if (_mode is WriterMode.Draft or WriterMode.Abandoned)
        {
            Abandon();
            return;
        }
        _mode = WriterMode.Count;
        _end = _position;
    }

    private bool TryGrow(int size)
    {
        var used = (int)(_position - _start);
        if (_rented != null || used + size > ScratchBuffer.Size)
            return false;
        _rented = ScratchBuffer.Rent(out var start);
        if (_rented == null)
            return false;
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
        if (_rented != null)
            ScratchBuffer.Return(_rented);
    }

    [DoesNotReturn]
    private static void HandOver() => throw new HandOverException();
}
