using System.Runtime.InteropServices;
using System.Text.Json;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts messages with System.Text.Json's reader and writer.</summary>
internal static class Utf8JsonBridge
{
    public static void Write(IMessage message, Utf8JsonWriter writer, JsonWriteOptions options)
    {
        if (writer.Options.Indented && string.IsNullOrEmpty(options.Indentation))
            options = options with { Indentation = IndentationOf(writer.Options) };
        var output = JsonEngine.Write(message, options, writer.CurrentDepth);
        writer.WriteRawValue(output.Written, skipInputValidation: true);
        output.Dispose();
    }

    public static IMessage Read(ref Utf8JsonReader reader, IMessage message, JsonReadOptions options)
    {
        if (reader.TokenType == JsonTokenType.None && !reader.Read())
            throw new JsonException("The JSON ends where a value is expected.");
        // The framework's reader decides what valid JSON is, because the value may be nested and the reader has its own options.
        var state = reader.CurrentState.Options;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || reader.HasValueSequence
            || reader.Position.GetObject() != null || state.AllowTrailingCommas || state.CommentHandling != JsonCommentHandling.Disallow)
        {
            return ReadTokens(ref reader, message, options);
        }
        ref var start = ref MemoryMarshal.GetReference(reader.ValueSpan);
        var before = reader.TokenStartIndex;
        if (!reader.TrySkip())
            throw new JsonException("The JSON ends inside a message.");
        // Without a sequence the reader's input is one span. The value spans from its first byte to the reader's position.
        var json = MemoryMarshal.CreateReadOnlySpan(ref start, checked((int)(reader.BytesConsumed - before)));
        return JsonEngine.Read(json, message, options);
    }

    /// <summary>
    /// Reads a message for a converter and reports all errors as <see cref="JsonException"/>, as callers of the serializer expect.
    /// </summary>
    public static IMessage ReadForSerializer(ref Utf8JsonReader reader, IMessage message, JsonReadOptions options)
    {
        try
        {
            return Read(ref reader, message, options);
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException or InvalidDataException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>Reads a message from a copy of the value.</summary>
    /// <remarks>The input has several segments, comments or trailing commas, which the engine cannot read.</remarks>
    private static IMessage ReadTokens(ref Utf8JsonReader reader, IMessage message, JsonReadOptions options)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { SkipValidation = true }))
        using (var document = JsonDocument.ParseValue(ref reader))
            document.RootElement.WriteTo(writer);
        return JsonEngine.Read(content.GetBuffer().AsSpan(0, (int)content.Length), message, options);
    }

#if NET9_0_OR_GREATER
    private static string IndentationOf(JsonWriterOptions options) => new(options.IndentCharacter, options.IndentSize);
#else
    private static string IndentationOf(JsonWriterOptions options) => "  ";
#endif
}
