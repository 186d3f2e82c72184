#if NET
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>
/// Finds the contiguous memory behind a <see cref="ParseContext"/>, so that calls such as <c>X.Parser.ParseFrom</c> use the span path.
/// </summary>
/// <remarks>
/// A <see cref="ParseContext"/> shows neither its memory nor its limits. What each of its words means is learned at run time, from contexts
/// that Google.Protobuf makes for inputs of known size. A context is used only if all words that should be constant have the values of such
/// a fresh context: at the top level, without limits, extensions or options, and with all of the input in one piece. In any other case, and
/// with versions of Google.Protobuf whose contexts differ, the caller reads from the context itself.
/// </remarks>
internal static unsafe class ContextMemory
{
    // Learning costs more than it gains for a program that parses only a few messages.
    private const int CallsBeforeLearning = 64;

    private static readonly ContextLayout[] None = [];

    private static ContextLayout[]? s_layouts;
    private static int s_calls;

    /// <summary>Reads the rest of the input into <paramref name="message"/> if it is contiguous.</summary>
    /// <returns>
    /// False if the caller must read from the context, which then stands where it stood or at an end-group tag that ends the message.
    /// </returns>
    public static bool TryRead(ref ParseContext context, Message message)
    {
        var layouts = s_layouts ?? LearnLate();
#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
        fixed (ParseContext* pointer = &context)
#pragma warning restore CS8500
        {
            var words = (uint*)pointer;
            foreach (var layout in layouts)
            {
                if (layout.IsNested(words))
                    return false;
                // What the span path has read can be taken back only from a message that was empty.
                if (layout.Matches(words))
                    return message.CalculateSize() == 0 && TryRead(ref context, ref words[layout.Position], layout.Rest(words), message);
            }
        }
        return false;
    }

    /// <summary>Learns the layouts now and returns how many kinds of input they cover.</summary>
    public static int Learn()
    {
        var layouts = new[]
        {
            ContextLayout.Learn(ContextInput.Array),
            ContextLayout.Learn(ContextInput.Span),
            ContextLayout.Learn(ContextInput.Sequence),
        };
        s_layouts = [.. layouts.OfType<ContextLayout>()];
        return s_layouts.Length;
    }

    private static bool TryRead(ref ParseContext context, ref uint position, ReadOnlySpan<byte> rest, Message message)
    {
        try
        {
            var length = FieldReader.Read(rest, message);
            position += (uint)length;
            // The context looks for more input here, as it does for every reader, and finds the end.
            return length == rest.Length && context.ReadTag() == 0;
        }
        catch (HandOverException)
        {
            message.Clear();
            return false;
        }
    }

    private static ContextLayout[] LearnLate()
    {
        if (++s_calls < CallsBeforeLearning)
            return None;
        Learn();
        return s_layouts!;
    }
}
#endif
