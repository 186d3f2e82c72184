#if NET
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>
/// Finds the contiguous memory that a <see cref="ParseContext"/> reads, so that calls such as <c>X.Parser.ParseFrom</c> use the span path.
/// </summary>
/// <remarks>
/// A <see cref="ParseContext"/> exposes neither its memory nor its limits. The meaning of each of its words is learned at run time from
/// contexts that Google.Protobuf creates for inputs of known size. The memory of a context is used only if all words that should be
/// constant have the values of such a fresh context: at the top level, without limits, extensions or options, and with the whole input in
/// one segment. Otherwise, and with versions of Google.Protobuf whose contexts differ, the caller reads from the context. The same applies
/// to a <see cref="CodedInputStream"/>, from which a context is created.
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
    /// False if the caller must read from the input. Its position is then unchanged or at an end-group tag that ends the message.
    /// </returns>
    // Calls with an array do not create a context first, which would cost more than parsing a small message.
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
                // Reading the tag makes the context look for more input, as after every message, and it finds the end.
                if (layout.Matches(words))
                    return TryRead(layout, words, message) && context.ReadTag() == 0;
            }
        }
        return false;
    }

    /// <summary>Learns the layouts and returns how many kinds of input they cover.</summary>
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

    /// <summary>Parses the rest of the memory and moves the position; returns false if more input follows.</summary>
    private static bool TryRead(ContextLayout layout, uint* words, Message message)
    {
        // A failed attempt can be undone only if the message was empty before.
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
