#if NET
using System.Buffers;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>A message that records the words of the context, or of the input object, from which it is read.</summary>
internal sealed unsafe class ContextProbe : IMessage<ContextProbe>, IBufferMessage
{
    private const uint Tag = 8;
    private const int LargestObject = 1024;

    private readonly byte[] _data;
    private readonly int _offset;
    private readonly int _length;
    private CodedInputStream? _input;
    private uint[] _moved = [];
    private uint[] _tagged = [];
    private uint[] _final = [];
    private bool _isSpan;
    private bool _isRead;
    private int _spanOffset;
    private int _spanLength;
    private int _objectSize;

    public ContextProbe()
        : this([], 0, 0)
    {
    }

    private ContextProbe(byte[] data, int offset, int length) => (_data, _offset, _length) = (data, offset, length);

    /// <summary>Gets the words before anything is read.</summary>
    public uint[] Fresh { get; private set; } = [];

    /// <summary>Gets the index of the first word of the span, or -1.</summary>
    public int Buffer { get; private set; } = -1;

    /// <summary>Gets the index of the reference to the <see cref="CodedInputStream"/>, or -1.</summary>
    public int Stream { get; private set; } = -1;

    /// <summary>Gets the index of the word that holds the last tag, or -1.</summary>
    public int LastTag { get; private set; } = -1;

    /// <summary>Gets whether the words are those of a <see cref="CodedInputStream"/> on the heap.</summary>
    public bool IsObject => _objectSize > 0;

    /// <summary>Gets whether all of the input was read and the words show its memory and the last tag.</summary>
    public bool IsUsable => _isRead && _isSpan && LastTag >= 0;

    public static MessageDescriptor Descriptor => HelperDescriptor.Create(nameof(ContextProbe));

    MessageDescriptor IMessage.Descriptor => Descriptor;

    /// <summary>Reads a probe from <paramref name="length"/> bytes, which only an array can have in the middle of its memory.</summary>
    public static ContextProbe Run(ContextInput input, int offset, int length, int rest)
    {
        var data = GC.AllocateArray<byte>(offset + length + rest, pinned: true);
        for (var i = 0; i < data.Length; i += 2)
            (data[i], data[i + 1]) = ((byte)Tag, 1);
        var probe = new ContextProbe(data, offset, length);
        switch (input)
        {
            case ContextInput.Array:
                MessageExtensions.MergeFrom(probe, data, offset, length);
                break;
            case ContextInput.Span:
                MessageExtensions.MergeFrom(probe, new ReadOnlySpan<byte>(data, offset, length));
                break;
            case ContextInput.Sequence:
                // The extension method that merges a sequence is newer than the oldest supported version.
                new MessageParser<ContextProbe>(() => probe).ParseFrom(new ReadOnlySequence<byte>(data, offset, length));
                break;
            case ContextInput.CodedInputStream:
                probe.ReadObject();
                break;
            default:
                MessageExtensions.MergeFrom(probe, new MemoryStream(data, offset, length));
                break;
        }
        return probe;
    }

#pragma warning disable CS8500 // The span is part of a ParseContext, which lives on the stack and never moves.
    /// <summary>Returns the span that starts at this word.</summary>
    public static ReadOnlySpan<byte> Span(uint* word) => *(ReadOnlySpan<byte>*)word;
#pragma warning restore CS8500

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "input")]
    public static extern ref Stream? InnerStream(CodedInputStream stream);

    /// <summary>Returns a reference to the first field of an object.</summary>
    public static ref byte Content(object target) => ref Unsafe.As<HeapObject>(target).Start;

    /// <summary>Returns whether both probes found the same positions.</summary>
    public bool IsLike(ContextProbe other) =>
        Buffer == other.Buffer && Stream == other.Stream && LastTag == other.LastTag && Fresh.Length == other.Fresh.Length;

    /// <summary>Returns whether this word counts the bytes that have been read.</summary>
    public bool IsPosition(int word)
    {
        var start = (uint)(_offset - _spanOffset);
        return Fresh[word] == start
            && _moved[word] == start + sizeof(uint)
            && _tagged[word] == start + sizeof(uint) + 1
            && _final[word] == start + (uint)_length;
    }

    /// <summary>Returns whether this word changes while fields are read. A change of the last tag does not count.</summary>
    public bool IsChanged(int word) =>
        _moved[word] != Fresh[word] || (word != LastTag && (_final[word] != Fresh[word] || _tagged[word] != Fresh[word]));

    /// <summary>Returns whether this word holds the position at which the input ends.</summary>
    public bool IsEnd(int word) => Fresh[word] == (uint)(_offset - _spanOffset + _length);

    /// <summary>Returns whether this word holds the length of the memory.</summary>
    public bool IsBufferLength(int word) => Fresh[word] == (uint)_spanLength;

    public void MergeFrom(CodedInputStream input)
    {
        _input = input;
        _ = InnerStream(input);
        input.ReadRawMessage(this);
    }

    public void InternalMergeFrom(ref ParseContext ctx)
    {
        Fresh = Words(ref ctx);
        FindMemory(ref ctx);
        ctx.ReadFixed32();
        _moved = Words(ref ctx);
        ctx.ReadTag();
        _tagged = Words(ref ctx);
        FindLastTag();
        ctx.ReadInt32();
        for (var left = _length - sizeof(uint) - 2; left > 0; left -= 2)
        {
            ctx.ReadTag();
            ctx.ReadInt32();
        }
        _final = Words(ref ctx);
        _isRead = ctx.ReadTag() == 0;
    }

    public void InternalWriteTo(ref WriteContext ctx) => throw new NotSupportedException();

    public void WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    public int CalculateSize() => throw new NotSupportedException();

    public void MergeFrom(ContextProbe message) => throw new NotSupportedException();

    public ContextProbe Clone() => throw new NotSupportedException();

    public bool Equals(ContextProbe? other) => ReferenceEquals(this, other);

    /// <summary>Records the words of a <see cref="CodedInputStream"/> while all of it is read without a context.</summary>
    private void ReadObject()
    {
        // The size limits how much of the object's memory may be read. A runtime that does not count exactly returns a different size each
        // time.
        var before = GC.GetAllocatedBytesForCurrentThread();
        _input = new CodedInputStream(_data, _offset, _length);
        var size = GC.GetAllocatedBytesForCurrentThread() - before - 2 * sizeof(nint);
        var other = new CodedInputStream(_data, _offset, _length);
        var sizeOfBoth = GC.GetAllocatedBytesForCurrentThread() - before - 4 * sizeof(nint);
        GC.KeepAlive(other);
        if (size is <= 0 or > LargestObject || size % sizeof(ulong) != 0 || sizeOfBoth != 2 * size)
            return;
        _objectSize = (int)size;
        FindMemory(_input);
        Fresh = Words(_input);
        _input.ReadFixed32();
        _moved = Words(_input);
        _input.ReadTag();
        _tagged = Words(_input);
        FindLastTag();
        _input.ReadInt32();
        for (var left = _length - sizeof(uint) - 2; left > 0; left -= 2)
        {
            _input.ReadTag();
            _input.ReadInt32();
        }
        _final = Words(_input);
        _isRead = _input.ReadTag() == 0;
    }

    private uint[] Words(CodedInputStream input)
    {
        fixed (byte* start = &Content(input))
            return new ReadOnlySpan<uint>(start, _objectSize / sizeof(uint)).ToArray();
    }

    private void FindMemory(CodedInputStream input)
    {
        // The address of a pinned object does not change. The array is pinned permanently.
        fixed (byte* start = &Content(input))
        {
            var self = Unsafe.As<CodedInputStream, nint>(ref input);
            var array = _data;
            var buffer = Unsafe.As<byte[], nint>(ref array);
            for (var i = 0; i < _objectSize / sizeof(nint); i++)
            {
                var value = ((nint*)start)[i];
                if (value == buffer)
                    (Buffer, _spanLength, _isSpan) = (i * (sizeof(nint) / sizeof(uint)), _data.Length, true);
                else if (value == self)
                    Stream = i * (sizeof(nint) / sizeof(uint));
            }
        }
    }

#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
    private static uint[] Words(ref ParseContext context)
    {
        fixed (ParseContext* pointer = &context)
            return new ReadOnlySpan<uint>(pointer, sizeof(ParseContext) / sizeof(uint)).ToArray();
    }

    private void FindMemory(ref ParseContext context)
    {
        fixed (ParseContext* pointer = &context)
        {
            var words = (uint*)pointer;
            var start = (nint)Unsafe.AsPointer(ref _data[0]);
            var stream = _input == null ? 0 : Unsafe.As<CodedInputStream, nint>(ref _input);
            for (var i = 0; i + 2 * sizeof(nint) / sizeof(uint) <= Fresh.Length; i += sizeof(nint) / sizeof(uint))
            {
                var value = *(nint*)(words + i);
                if (value == start || value == start + _offset)
                {
                    (Buffer, _spanOffset, _spanLength) = (i, (int)(value - start), Span(words + i).Length);
                    _isSpan = _spanLength == (_spanOffset == 0 ? _data.Length : _length);
                }
                else if (value == stream && stream != 0)
                {
                    Stream = i;
                }
            }
        }
    }
#pragma warning restore CS8500

    private void FindLastTag()
    {
        for (var i = 0; i < Fresh.Length; i++)
        {
            if (_tagged[i] == Tag && _moved[i] == 0 && Fresh[i] == 0)
                LastTag = i;
        }
    }

    /// <summary>Has the memory layout of every object: a header, followed by the fields.</summary>
    private sealed class HeapObject
    {
        public byte Start;
    }
}
#endif
