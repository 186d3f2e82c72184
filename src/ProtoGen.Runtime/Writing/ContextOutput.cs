#if NET
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Writes into the buffer of a <see cref="WriteContext"/>, which has no method for raw bytes.</summary>
/// <remarks>
/// The meaning of each word of a context is learned at run time from contexts over arrays of known size. With versions of Google.Protobuf
/// whose contexts differ, and where the buffer is too small, the caller writes by the public methods.
/// </remarks>
internal static unsafe class ContextOutput
{
    // Learning does not pay off in a program that writes only a few messages.
    private const int CallsBeforeLearning = 64;

    private static int s_calls;
    private static Layout? s_layout;

    /// <summary>Copies the bytes and moves the position; returns false if the caller must write them.</summary>
    public static bool TryWrite(ref WriteContext context, ReadOnlySpan<byte> bytes)
    {
        if (s_layout is not { } layout)
        {
            LearnLate();
            return false;
        }
#pragma warning disable CS8500 // A WriteContext lives on the stack and never moves.
        fixed (WriteContext* pointer = &context)
#pragma warning restore CS8500
        {
            var words = (uint*)pointer;
            if (!bytes.TryCopyTo(layout.Free(words)))
                return false;
            words[layout.Position] += (uint)bytes.Length;
            return true;
        }
    }

    /// <summary>Writes a message and moves the position.</summary>
    /// <returns>
    /// False if the caller must write the message in another way; null if nothing was tried, because the context may have a stream or may
    /// require sorted maps.
    /// </returns>
    public static bool? TryWrite(ref WriteContext context, Message message)
    {
        if (s_layout is not { Output: >= 0 } layout)
            return null;
#pragma warning disable CS8500 // A WriteContext lives on the stack and never moves.
        fixed (WriteContext* pointer = &context)
#pragma warning restore CS8500
        {
            var words = (uint*)pointer;
            if (!HasPlainArray(layout, words))
                return null;
            var free = layout.Free(words);
            if (free.Length > FieldWriter.LongestMoved)
                return null;
            fixed (byte* start = free)
            {
                var writer = new FieldWriter(start, free.Length, WriterMode.Direct);
                message.Write(ref writer);
                if (!writer.IsComplete)
                    return false;
                words[layout.Position] += (uint)writer.Length;
                return true;
            }
        }
    }

    /// <summary>Learns the meaning of the words; returns false if they are not as expected.</summary>
    public static bool Learn()
    {
        for (var attempt = 0; attempt < ContextLayout.Attempts; attempt++)
        {
            if (Probe.Run(40) is { } layout && layout == Probe.Run(56))
            {
                s_layout = layout;
                return true;
            }
        }
        return false;
    }

    private static void LearnLate()
    {
        if (s_calls < CallsBeforeLearning && ++s_calls == CallsBeforeLearning)
            Learn();
    }

    /// <summary>Returns whether the context writes to an array, and maps in any order.</summary>
    private static bool HasPlainArray(Layout layout, uint* words)
    {
        var output = Unsafe.As<uint, CodedOutputStream?>(ref words[layout.Output]);
        return output != null && InnerStream(output) == null && !IsDeterministic(output);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "output")]
    private static extern ref Stream? InnerStream(CodedOutputStream output);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Deterministic>k__BackingField")]
    private static extern ref bool IsDeterministic(CodedOutputStream output);

    /// <summary>
    /// The indexes of the first word of the span, of the position, of the end of the buffer, and of the reference to the <see
    /// cref="CodedOutputStream"/>, which is negative if its state is unknown.
    /// </summary>
    private sealed record Layout(int Buffer, int Position, int Limit, int Output)
    {
        /// <summary>Returns the rest of the buffer.</summary>
        public Span<byte> Free(uint* words)
        {
#pragma warning disable CS8500 // The span is part of a WriteContext, which lives on the stack and never moves.
            var buffer = *(Span<byte>*)(words + Buffer);
#pragma warning restore CS8500
            var position = words[Position];
            var end = Math.Min(words[Limit], (uint)buffer.Length);
            return position > end ? default : buffer.Slice((int)position, (int)(end - position));
        }
    }

    /// <summary>A message that records the words of the context to which it is written.</summary>
    private sealed class Probe(byte[] output) : IBufferMessage
    {
        private const uint Number = 0x04030201;
        private static readonly int WordsOfReference = sizeof(nint) / sizeof(uint);

        private uint[] _fresh = [];
        private uint[] _moved = [];
        private uint[] _final = [];
        private CodedOutputStream? _target;
        private int _output = -1;

        public Probe()
            : this([])
        {
        }

        public static MessageDescriptor Descriptor => HelperDescriptor.Create(nameof(Probe));

        MessageDescriptor IMessage.Descriptor => Descriptor;

        /// <summary>Returns the layout of the context for an array of this length; null if it is not as expected.</summary>
        public static Layout? Run(int length)
        {
            var array = GC.AllocateArray<byte>(length, pinned: true);
            var probe = new Probe(array);
            var output = new CodedOutputStream(array);
            if (HasState(output))
                probe._target = output;
            output.WriteRawMessage(probe);
            return probe.Find(output.Position);
        }

        public void InternalWriteTo(ref WriteContext ctx)
        {
            _fresh = Words(ref ctx);
            FindTarget(ref ctx);
            ctx.WriteRawTag(1);
            _moved = Words(ref ctx);
            ctx.WriteFixed32(Number);
            _final = Words(ref ctx);
        }

        public void InternalMergeFrom(ref ParseContext ctx) => throw new NotSupportedException();

        public void MergeFrom(CodedInputStream input) => throw new NotSupportedException();

        public void WriteTo(CodedOutputStream target) => throw new NotSupportedException();

        public int CalculateSize() => throw new NotSupportedException();

        /// <summary>Finds the words: one that moves, a span, and one more that has the length of the array.</summary>
        private Layout? Find(long written)
        {
            var start = (nint)Unsafe.AsPointer(ref output[0]);
            var (buffer, position, limit) = (-1, -1, -1);
            for (var i = 0; i < _fresh.Length; i++)
            {
                if (_fresh[i] != _moved[i] || _fresh[i] != _final[i])
                {
                    if (position >= 0 || _fresh[i] != 0 || _moved[i] != 1 || _final[i] != written)
                        return null;
                    position = i;
                }
                else if (i % WordsOfReference == 0 && i + WordsOfReference < _fresh.Length && Reference(i) == start)
                {
                    buffer = i;
                }
                else if (_fresh[i] == output.Length && (buffer < 0 || i != buffer + WordsOfReference))
                {
                    if (limit >= 0)
                        return null;
                    limit = i;
                }
            }
            var isUsable = position >= 0 && buffer >= 0 && limit >= 0
                && written == sizeof(byte) + sizeof(uint) && output[0] == 1 && _fresh[buffer + WordsOfReference] == output.Length;
            return isUsable ? new Layout(buffer, position, limit, _output) : null;
        }

        /// <summary>Returns whether this version of Google.Protobuf has the private fields of an output.</summary>
        private static bool HasState(CodedOutputStream output)
        {
            try
            {
                return InnerStream(output) == null && !IsDeterministic(output);
            }
            catch (Exception error) when (error is MissingFieldException or NotSupportedException or BadImageFormatException)
            {
                return false;
            }
        }

        private void FindTarget(ref WriteContext context)
        {
            if (_target == null)
                return;
#pragma warning disable CS8500 // A WriteContext lives on the stack and never moves.
            fixed (WriteContext* pointer = &context)
#pragma warning restore CS8500
            {
                var words = (uint*)pointer;
                for (var i = 0; i + WordsOfReference <= _fresh.Length; i += WordsOfReference)
                {
                    if (*(nint*)(words + i) == Unsafe.As<CodedOutputStream, nint>(ref _target))
                        _output = i;
                }
            }
        }

        private nint Reference(int word) => Unsafe.ReadUnaligned<nint>(ref Unsafe.As<uint, byte>(ref _fresh[word]));

        private static uint[] Words(ref WriteContext context)
        {
#pragma warning disable CS8500 // A WriteContext lives on the stack and never moves.
            fixed (WriteContext* pointer = &context)
                return new ReadOnlySpan<uint>(pointer, sizeof(WriteContext) / sizeof(uint)).ToArray();
#pragma warning restore CS8500
        }
    }
}
#endif
