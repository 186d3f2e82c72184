#if NET
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The meaning of each word of a <see cref="ParseContext"/> or <see cref="CodedInputStream"/> for one kind of input.</summary>
internal sealed unsafe class ContextLayout
{
    /// <summary>
    /// The maximum number of attempts to learn a layout.
    /// </summary>
    /// <remarks>
    /// A garbage collection during an attempt moves objects and makes the count of allocated bytes inexact, so some attempts fail in a
    /// program with many threads.
    /// </remarks>
    public const int Attempts = 20;

    private static readonly int WordsOfReference = sizeof(nint) / sizeof(uint);

    private readonly ulong[] _expected;
    private readonly ulong[] _masks;
    private readonly int[] _ends;
    private readonly int[] _bufferLengths;
    private readonly int _buffer;
    private readonly int _stream;
    private readonly int _lastTag;
    private readonly bool _isObject;

    private ContextLayout(ContextProbe probe, bool[] isConstant, int[] ends, int[] bufferLengths, int position)
    {
        (_ends, _bufferLengths, Position) = (ends, bufferLengths, position);
        (_buffer, _stream, _lastTag, _isObject) = (probe.Buffer, probe.Stream, probe.LastTag, probe.IsObject);
        var constants = probe.Fresh;
        _expected = new ulong[constants.Length / 2];
        _masks = new ulong[constants.Length / 2];
        for (var i = 0; i < _masks.Length; i++)
        {
            var (low, high) = BitConverter.IsLittleEndian ? (2 * i, 2 * i + 1) : (2 * i + 1, 2 * i);
            _masks[i] = (isConstant[low] ? uint.MaxValue : 0UL) | (isConstant[high] ? 0xFFFFFFFF00000000 : 0UL);
            _expected[i] = (constants[low] | ((ulong)constants[high] << 32)) & _masks[i];
        }
    }

    /// <summary>Gets the index of the word that holds the position in the memory.</summary>
    public int Position { get; }

    /// <summary>Gets whether the words also show the buffer in the middle of an input, from which fields can be read.</summary>
    public bool HasWindow => !_isObject && _ends.Length == 1;

    /// <summary>Learns the layout from contexts of <paramref name="input"/>. Returns null if their words are not as expected.</summary>
    public static ContextLayout? Learn(ContextInput input)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (LearnOnce(input) is { } layout)
                return layout;
        }
        return null;
    }

    /// <summary>
    /// Returns whether a tag has been read. It has for every nested message, so this test quickly excludes most contexts that don't match.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNested(uint* words) => words[_lastTag] != 0;

    /// <summary>Returns whether the words equal those of a fresh context of this kind, except for the position and the lengths.</summary>
    public bool Matches(uint* words)
    {
        if (_stream >= 0 && !_isObject && !IsOverArray(words + _stream))
            return false;
        var masks = _masks;
        var expected = _expected;
        // Most contexts match, so one test at the end costs less than one test per word.
        ulong differences = 0;
        for (var i = 0; i < masks.Length && i < expected.Length; i++)
            differences |= (((ulong*)words)[i] & masks[i]) ^ expected[i];
        if (differences != 0)
            return false;
        var length = (uint)Buffer(words).Length;
        foreach (var word in _bufferLengths)
        {
            if (words[word] != length)
                return false;
        }
        var end = words[_ends[0]];
        foreach (var word in _ends)
        {
            if (words[word] != end)
                return false;
        }
        return end <= length && words[Position] <= end;
    }

    /// <summary>Gets the index of the word that holds the last tag.</summary>
    public int LastTag => _lastTag;

    /// <summary>Gets the buffer.</summary>
    public ReadOnlySpan<byte> Window(uint* words) => Buffer(words);

    /// <summary>Gets the part of the buffer that the message may read; returns false for a buffer at another address.</summary>
    public bool TryGetWindow(uint* words, byte* start, out uint position, out uint end)
    {
        position = words[Position];
        end = words[_ends[0]];
        return *(byte**)(words + _buffer) == start && position <= end && end <= (uint)Buffer(words).Length;
    }

    /// <summary>Returns whether the context reads from a <see cref="CodedInputStream"/>.</summary>
    public bool HasStream(uint* words) => _stream >= 0 && *(nint*)(words + _stream) != 0;

    /// <summary>Returns the memory that was not read yet.</summary>
    public ReadOnlySpan<byte> Rest(uint* words) => Buffer(words)[(int)words[Position]..(int)words[_ends[0]]];

    // A context refers to its memory by a span, an input object by an array.
    private ReadOnlySpan<byte> Buffer(uint* words) =>
        _isObject ? Unsafe.AsRef<byte[]>(words + _buffer) : ContextProbe.Span(words + _buffer);

    private static ContextLayout? LearnOnce(ContextInput input)
    {
        try
        {
            var first = ContextProbe.Run(input, offset: 4, length: 8, rest: 28);
            var second = ContextProbe.Run(input, offset: 12, length: 16, rest: 36);
            return first.IsUsable && second.IsUsable && first.IsLike(second) ? Create(first, second) : null;
        }
        catch (Exception error) when (
            error is MissingFieldException or NotSupportedException or BadImageFormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static ContextLayout? Create(ContextProbe first, ContextProbe second)
    {
        var isConstant = new bool[first.Fresh.Length];
        var ends = new List<int>();
        var bufferLengths = new List<int>();
        var position = -1;
        for (var i = 0; i < isConstant.Length; i++)
        {
            if (IsReference(i, first.Buffer) || IsReference(i, first.Stream))
                continue;
            if (first.IsPosition(i) && second.IsPosition(i) && position < 0)
                position = i;
            else if (first.IsChanged(i) || second.IsChanged(i))
                return null;
            else if (first.Fresh[i] == second.Fresh[i])
                isConstant[i] = true;
            else if (first.IsEnd(i) && second.IsEnd(i))
                ends.Add(i);
            else if (first.IsBufferLength(i) && second.IsBufferLength(i))
                bufferLengths.Add(i);
            else
                return null;
        }
        // The length of the span follows its reference and does not mark the end of the input.
        var spanLength = first.Buffer + WordsOfReference;
        var hasEnd = ends.Exists(word => word != spanLength);
        return position < 0 || !hasEnd || isConstant.Length % 2 != 0
            ? null
            : new ContextLayout(first, isConstant, [.. ends], [.. bufferLengths], position);
    }

    private static bool IsReference(int word, int start) => start >= 0 && word >= start && word < start + WordsOfReference;

    /// <summary>Returns whether the stream with this reference reads from an array. Any other stream may have more data.</summary>
    private static bool IsOverArray(uint* reference) =>
        Unsafe.AsRef<CodedInputStream?>(reference) is { } stream && ContextProbe.InnerStream(stream) == null;
}
#endif
