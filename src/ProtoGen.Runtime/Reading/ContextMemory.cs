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
/// with versions of Google.Protobuf whose contexts differ, the caller reads from the context itself. The same holds for a
/// <see cref="CodedInputStream"/>, from which a context is made.
/// </remarks>
internal static unsafe class ContextMemory
{
    // Learning the layouts does not pay off in a program that parses only a few messages.
    private const int CallsBeforeLearning = 64;

    private static readonly ContextLayout[] None = [];

    private static ContextLayout[]? s_layouts;
    private static ContextLayout? s_inputLayout;
    private static int s_calls;

    /// <summary>Reads the rest of the input into <paramref name="message"/> if it is contiguous.</summary>
    /// <returns>
    /// False if the caller must read from the input, which then stands where it stood or at an end-group tag that ends the message.
    /// </returns>
    // Calls with an array come here before there is a context, which would cost more than a small message.
    public static bool TryRead(CodedInputStream input, Message message)
    {
        if (s_inputLayout is not { } layout || input == null)
            return false;
        fixed (byte* start = &ContextProbe.Content(input))
        {
            var words = (uint*)start;
            return layout.Matches(words) && TryRead(layout, words, message) && input.ReadTag() == 0;
        }
    }

    /// <inheritdoc cref="TryRead(CodedInputStream, Message)"/>
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
                // The context looks for more input then, as it does for every reader, and finds the end.
                if (layout.Matches(words))
                    return TryRead(layout, words, message) && context.ReadTag() == 0;
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
        s_inputLayout = ContextLayout.Learn(ContextInput.CodedInputStream);
        s_layouts = [.. layouts.OfType<ContextLayout>()];
        return s_layouts.Length + (s_inputLayout == null ? 0 : 1);
    }

    /// <summary>Reads the rest of the memory and moves the position; returns false if there is more to read.</summary>
    private static bool TryRead(ContextLayout layout, uint* words, Message message)
    {
        // What the span path has read can be taken back only from a message that was empty.
        if (message.CalculateSize() != 0)
            return false;
        var rest = layout.Rest(words);
        try
        {
            var length = FieldReader.Read(rest, message);
            words[layout.Position] += (uint)length;
            return length == rest.Length;
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
