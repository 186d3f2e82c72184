using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Converts messages to text format and back. Both directions go through the wire format.</summary>
internal static unsafe class TextEngine
{
    private const int FirstSize = 1 << 10;

    /// <summary>Writes a message as text. The caller must dispose the result.</summary>
    public static OutputBuffer Write(IMessage message, TextWriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(message);
        var wire = WireBytes.Of(message);
        var output = new OutputBuffer(Math.Max(FirstSize, wire.Span.Length * 3));
        Write(DescriptorSchema.Of(message.Descriptor), wire.Span, options, options.Types, ref output);
        wire.Release();
        return output;
    }

    /// <summary>Writes serialized bytes of a message as text.</summary>
    public static void Write(
        MessageSchema schema, ReadOnlySpan<byte> wire, TextWriteOptions options, ISchemaRegistry registry, ref OutputBuffer output)
    {
        fixed (byte* start = wire)
            new TextPrinter(options, registry, ref output).WriteMessage(schema, new WireCursor(start, start + wire.Length));
        // In the single-line form each field is followed by a space, except the last one.
        if (options.SingleLine && output.Length > 0 && output.Written[^1] == ' ')
            output.Length--;
    }

    /// <summary>Reads text into a message.</summary>
    /// <param name="text">The whole text in UTF-8.</param>
    /// <param name="message">An empty message.</param>
    /// <param name="options">The options for reading.</param>
    /// <returns><paramref name="message"/>, or another of the same type.</returns>
    public static IMessage Read(ReadOnlySpan<byte> text, IMessage message, TextReadOptions options)
    {
        var output = new OutputBuffer(Math.Max(FirstSize, text.Length));
        try
        {
            var depth = Read(text, DescriptorSchema.Of(message.Descriptor), options, options.Types, ref output);
            return WireBytes.Parse(output.Written, depth, message, options.Types.Extensions);
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>Converts text to the wire format and returns how deeply messages are nested.</summary>
    public static int Read(
        ReadOnlySpan<byte> text, MessageSchema schema, TextReadOptions options, ISchemaRegistry registry, ref OutputBuffer output)
    {
        fixed (byte* start = text)
        {
            var reader = new TextMessageReader(start, text.Length, options, registry, ref output);
            reader.ReadAll(schema);
            return reader.DeepestMessage;
        }
    }
}
