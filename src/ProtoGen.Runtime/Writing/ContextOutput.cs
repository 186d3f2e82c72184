#if NET
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Copies bytes into the buffer of a <see cref="WriteContext"/>, which has no method for raw bytes.</summary>
/// <remarks>
/// The meaning of each word of a context is learned at run time from contexts over arrays of known size. With versions of Google.Protobuf
/// whose contexts differ, and where the buffer is too small, the caller writes the bytes by the public methods.
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
        {
            var words = (uint*)pointer;
            var buffer = *(Span<byte>*)(words + layout.Buffer);
            var position = words[layout.Position];
            var end = Math.Min(words[layout.Limit], (uint)buffer.Length);
            if (position > end || end - position < (uint)bytes.Length)
                return false;
            bytes.CopyTo(buffer.Slice((int)position));
            words[layout.Position] = position + (uint)bytes.Length;
            return true;
        }
#pragma warning restore CS8500
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

    /// <summary>The indexes of the first word of the span, of the position and of the end of the buffer.</summary>
    private sealed record Layout(int Buffer, int Position, int Limit);

    /// <summary>A message that records the words of the context to which it is written.</summary>
    private sealed class Probe(byte[] output) : IBufferMessage
    {
        private const uint Number = 0x04030201;
        private static readonly int WordsOfReference = sizeof(nint) / sizeof(uint);

        private uint[] _fresh = [];
        private uint[] _moved = [];
        private uint[] _final = [];

        public MessageDescriptor Descriptor => throw new NotSupportedException();

        /// <summary>Returns the layout of the context for an array of this length; null if it is not as expected.</summary>
        public static Layout? Run(int length)
        {
            var array = GC.AllocateArray<byte>(length, pinned: true);
            var probe = new Probe(array);
            var output = new CodedOutputStream(array);
            output.WriteRawMessage(probe);
            return probe.Find(output.Position);
        }

        public void InternalWriteTo(ref WriteContext ctx)
        {
            _fresh = Words(ref ctx);
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
            return isUsable ? new Layout(buffer, position, limit) : null;
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
