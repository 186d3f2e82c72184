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
    // Learning the layouts takes as much time as they save for thousands of messages: most of it is just-in-time compilation.
    private const int CallsBeforeLearning = 1000;

    /// <summary>
    /// A last tag that no input has. The reader sets it before a nested message: it shows that the context has not read the next tag yet.
    /// </summary>
    public const uint NestedTag = uint.MaxValue;

    /// <summary>A last tag that no input has. It shows that a context is known to match no layout.</summary>
    private const uint MismatchTag = NestedTag - 1;

    private static readonly ContextLayout[] None = [];

    private static ContextLayout[]? s_layouts;
    private static ContextLayout? s_inputLayout;
    // The layout of a context over an array. Its words have the same meaning for all kinds of input, also after a part has been read.
    private static ContextLayout? s_window;
    private static ContextLayout? s_lastMatch;
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
            if (ContextProbe.InnerStream(input) == null && layout.Matches(words))
                return TryRead(layout, words, message) && input.ReadTag() == 0;
            // The context that is created from this input then need not be compared, too.
            if (s_window != null && !layout.IsNested(words))
                words[layout.LastTag] = MismatchTag;
            return false;
        }
    }

    /// <inheritdoc cref="TryRead(CodedInputStream, Message)"/>
    public static bool TryRead(ref ParseContext context, Message message)
    {
#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
        fixed (ParseContext* pointer = &context)
#pragma warning restore CS8500
        {
            var words = (uint*)pointer;
            // Most contexts are already inside a message.
            return s_window?.IsNested(words) != true
                && Find(words) is { } layout
                && TryRead(layout, words, message)
                // Reading the tag makes the context look for more input, as after every message, and it finds the end.
                && context.ReadTag() == 0;
        }
    }

    /// <summary>Returns the buffer of a context; empty if its layout is not known.</summary>
    public static ReadOnlySpan<byte> Window(ref ParseContext context)
    {
        if (s_window is not { } layout)
            return default;
#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
        fixed (ParseContext* pointer = &context)
            return layout.Window((uint*)pointer);
#pragma warning restore CS8500
    }

    /// <summary>Gets the part of a buffer that the current message may read; returns false if the context has another buffer.</summary>
    public static bool TryGetWindow(uint* words, byte* start, out uint position, out uint end) =>
        s_window!.TryGetWindow(words, start, out position, out end);

    /// <summary>Returns whether the last tag is <see cref="NestedTag"/>.</summary>
    public static bool IsNested(ref ParseContext context)
    {
#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
        fixed (ParseContext* pointer = &context)
            return s_window is { } layout && ((uint*)pointer)[layout.LastTag] == NestedTag;
#pragma warning restore CS8500
    }

    public static void SetPosition(uint* words, uint position) => words[s_window!.Position] = position;

    public static void SetLastTag(uint* words, uint tag) => words[s_window!.LastTag] = tag;

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
        s_window = layouts[0] is { HasWindow: true } window ? window : null;
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
            message.Reset();
            return false;
        }
    }

    /// <summary>Finds the layout of a context that has read nothing; returns null if there is none.</summary>
    private static ContextLayout? Find(uint* words)
    {
        var layouts = s_layouts ?? LearnLate();
        // Comparing all layouts is slow, and only an array has a stream.
        if (s_window is { } window && window.HasStream(words))
            return window.Matches(words) ? window : null;
        if (s_lastMatch is { } last && !last.IsNested(words) && last.Matches(words))
            return last;
        foreach (var layout in layouts)
        {
            if (layout != s_window && layout != s_lastMatch && !layout.IsNested(words) && layout.Matches(words))
                return s_lastMatch = layout;
        }
        return null;
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
