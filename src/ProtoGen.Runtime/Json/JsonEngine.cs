using System.Buffers;
using System.Text.Unicode;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts messages to JSON and back. Both directions go through the wire format.</summary>
internal static unsafe class JsonEngine
{
    private const int FirstSize = 1 << 10;

    /// <summary>Writes a message as JSON. The caller must dispose the result.</summary>
    public static JsonOutput Write(IMessage message, JsonWriteOptions options, int depth = 0)
    {
        ArgumentNullException.ThrowIfNull(message);
        var wire = WireBytes.Of(message);
        var output = new JsonOutput(Math.Max(FirstSize, wire.Span.Length * 3), options.Indentation, depth);
        Write(DescriptorSchema.Of(message.Descriptor), wire.Span, options, options.Types, isOfMessage: true, ref output);
        wire.Release();
        return output;
    }

    /// <summary>Writes serialized bytes of a message as JSON.</summary>
    public static void Write(
        MessageSchema schema, ReadOnlySpan<byte> wire, JsonWriteOptions options, ISchemaRegistry registry, bool isOfMessage,
        ref JsonOutput output)
    {
        fixed (byte* start = wire)
            new JsonPrinter(options, registry, !isOfMessage, ref output).WriteMessage(schema, new WireCursor(start, start + wire.Length));
    }

    /// <summary>Reads JSON in UTF-8 into a message.</summary>
    /// <param name="json">The whole text.</param>
    /// <param name="message">An empty message.</param>
    /// <param name="options">The options for reading.</param>
    /// <returns><paramref name="message"/>, or another of the same type.</returns>
    public static IMessage Read(ReadOnlySpan<byte> json, IMessage message, JsonReadOptions options)
    {
        if (!Utf8.IsValid(json))
            throw ProtoErrors.InvalidJson("The JSON is not valid UTF-8" + JsonLocation.Describe(json, FirstInvalid(json)));
        return ReadValid(json, message, options);
    }

    /// <summary>Reads JSON into a message.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, IMessage, JsonReadOptions)"/>
    public static IMessage Read(string json, IMessage message, JsonReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(json);
        var buffer = ArrayPool<byte>.Shared.Rent(checked(json.Length * 3));
        try
        {
            if (Utf8.FromUtf16(json, buffer, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
            {
                throw ProtoErrors.InvalidJson(
                    "The JSON has a surrogate without its other half" + JsonLocation.Describe(buffer.AsSpan(0, length), length));
            }
            return ReadValid(buffer.AsSpan(0, length), message, options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Converts valid UTF-8 JSON to the wire format and returns how deeply messages are nested.</summary>
    public static int Read(
        ReadOnlySpan<byte> json, MessageSchema schema, JsonReadOptions options, ISchemaRegistry registry, ref OutputBuffer output)
    {
        fixed (byte* start = json)
        {
            var reader = new JsonMessageReader(start, json.Length, options, registry, ref output);
            reader.ReadAll(schema);
            return reader.DeepestMessage;
        }
    }

    private static IMessage ReadValid(ReadOnlySpan<byte> json, IMessage message, JsonReadOptions options)
    {
        var output = new OutputBuffer(Math.Max(FirstSize, json.Length));
        try
        {
            var depth = Read(json, DescriptorSchema.Of(message.Descriptor), options, options.Types, ref output);
            return WireBytes.Parse(output.Written, depth, message, options.Types.Extensions);
        }
        finally
        {
            output.Dispose();
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[position..], out _, out var length) == OperationStatus.Done)
            position += length;
        return position;
    }
}
