using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>
/// Writes fields into contiguous memory. Lengths of nested messages are filled in after their content, which saves the pass
/// that would compute them. Where memory ends and no more can be had, it only counts from there on. The same writer also
/// serves a <see cref="Google.Protobuf.WriteContext"/>, and so any output.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe partial struct SpanWriter : IFieldWriter
{
    private byte* _position;
    private byte* _end;
    private byte* _start;
    private int _counted;
    private WriterMode _mode;
    private byte[]? _rented;
    private readonly void* _context;

    internal SpanWriter(byte* start, int length, WriterMode mode)
    {
        this = default;
        _start = start;
        _position = start;
        _end = start + length;
        _mode = mode;
    }

    /// <summary>How many bytes have been written or counted.</summary>
    internal readonly int Length => (int)(_position - _start) + _counted;

    /// <summary>Whether all that was written is in memory: nothing was counted only.</summary>
    internal readonly bool IsComplete => _mode is not (WriterMode.Count or WriterMode.Abandoned);

    /// <summary>Whether the memory is not where the message is to stay.</summary>
    private readonly bool IsScratch => _mode is WriterMode.Scratch or WriterMode.Draft;

    internal readonly bool IsRented => _rented != null;

    internal readonly ReadOnlySpan<byte> Written => new(_start, (int)(_position - _start));

    /// <summary>
    /// Makes room for <paramref name="size"/> bytes in memory, or counts them.
    /// </summary>
    /// <returns>Whether the bytes can and must now be written.</returns>
    private bool Reserve(int size)
    {
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

    /// <summary>Gives up a draft before something that another writer may put in another order.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* PutTag(byte* destination, uint tag) => Varint.Write(destination, tag);

    internal readonly void Release()
    {
        if (_rented != null)
            ScratchBuffer.Return(_rented);
    }

    [DoesNotReturn]
    private static void HandOver() => throw new HandOverException();
}
