using System.Buffers;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Writes messages as JSON and reads them from JSON, without reflection.</summary>
/// <remarks>Messages of any generator are supported. With C# 14 the reading methods are also static members of each message type.</remarks>
public static class ProtoJson
{
    /// <summary>Writes a message as JSON.</summary>
    /// <exception cref="InvalidOperationException">The message has no JSON form, such as a Timestamp out of range.</exception>
    public static string ToJson(this IMessage message, JsonWriteOptions? options = null)
    {
        var output = JsonEngine.Write(message, options ?? JsonWriteOptions.Default);
        var json = Encoding.UTF8.GetString(output.Written);
        output.Dispose();
        return json;
    }

    /// <summary>Writes a message as JSON in UTF-8.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static byte[] ToJsonUtf8(this IMessage message, JsonWriteOptions? options = null)
    {
        var output = JsonEngine.Write(message, options ?? JsonWriteOptions.Default);
        var json = output.Written.ToArray();
        output.Dispose();
        return json;
    }

    /// <summary>Writes a message as JSON in UTF-8.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static void WriteJsonTo(this IMessage message, IBufferWriter<byte> writer, JsonWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var output = JsonEngine.Write(message, options ?? JsonWriteOptions.Default);
        writer.Write(output.Written);
        output.Dispose();
    }

    /// <summary>Writes a message as JSON in UTF-8.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static void WriteJsonTo(this IMessage message, Stream stream, JsonWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var output = JsonEngine.Write(message, options ?? JsonWriteOptions.Default);
        stream.Write(output.Written);
        output.Dispose();
    }

    /// <summary>Writes a message as JSON in UTF-8.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static async Task WriteJsonToAsync(
        this IMessage message, Stream stream, JsonWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var output = JsonEngine.Write(message, options ?? JsonWriteOptions.Default);
        await stream.WriteAsync(output.WrittenMemory, cancellationToken).ConfigureAwait(false);
        output.Dispose();
    }

    /// <summary>Writes a message as a JSON value.</summary>
    /// <remarks>Unless <paramref name="options"/> set an indentation, the writer's options decide about it.</remarks>
    /// <inheritdoc cref="ToJson"/>
    public static void WriteTo(this IMessage message, Utf8JsonWriter writer, JsonWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Utf8JsonBridge.Write(message, writer, options ?? JsonWriteOptions.Default);
    }

    /// <summary>Reads a message whose type is known only at run time.</summary>
    /// <exception cref="InvalidJsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
    public static IMessage Parse(string json, MessageDescriptor descriptor, JsonReadOptions? options = null) =>
        JsonEngine.Read(json, WireBytes.MakeMessage(descriptor), options ?? JsonReadOptions.Default);

    /// <inheritdoc cref="Parse(string, MessageDescriptor, JsonReadOptions)"/>
    public static IMessage Parse(ReadOnlySpan<byte> utf8Json, MessageDescriptor descriptor, JsonReadOptions? options = null) =>
        JsonEngine.Read(utf8Json, WireBytes.MakeMessage(descriptor), options ?? JsonReadOptions.Default);

    extension<T>(T)
        where T : class, IMessage<T>, new()
    {
        /// <summary>Reads a message from JSON.</summary>
        /// <exception cref="InvalidJsonException">The text is not JSON.</exception>
        /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
        public static T ParseJson(string json, JsonReadOptions? options = null) =>
            (T)JsonEngine.Read(json, MessageFactory<T>.Create(), options ?? JsonReadOptions.Default);

        /// <summary>Reads a message from JSON in UTF-8.</summary>
        /// <exception cref="InvalidJsonException">The text is not JSON.</exception>
        /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
        public static T ParseJson(ReadOnlySpan<byte> utf8Json, JsonReadOptions? options = null) =>
            (T)JsonEngine.Read(utf8Json, MessageFactory<T>.Create(), options ?? JsonReadOptions.Default);

        /// <summary>Reads a message from the reader's current or next JSON value and leaves the reader at the end of that value.</summary>
        /// <exception cref="JsonException">The text is not JSON.</exception>
        /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
        public static T ParseJson(ref Utf8JsonReader reader, JsonReadOptions? options = null) =>
            (T)Utf8JsonBridge.Read(ref reader, MessageFactory<T>.Create(), options ?? JsonReadOptions.Default);

        /// <summary>Reads a message from a stream that contains one JSON value in UTF-8.</summary>
        /// <exception cref="InvalidJsonException">The text is not JSON.</exception>
        /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
        public static T ParseJson(Stream stream, JsonReadOptions? options = null)
        {
            using var content = StreamContent.Read(stream);
            return (T)JsonEngine.Read(content.Span, MessageFactory<T>.Create(), options ?? JsonReadOptions.Default);
        }

        /// <summary>Reads a message from a stream that contains one JSON value in UTF-8.</summary>
        /// <exception cref="InvalidJsonException">The text is not JSON.</exception>
        /// <exception cref="InvalidProtocolBufferException">The JSON is not a message of this type.</exception>
        public static async Task<T> ParseJsonAsync(
            Stream stream, JsonReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            using var content = await StreamContent.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
            return (T)JsonEngine.Read(content.Span, MessageFactory<T>.Create(), options ?? JsonReadOptions.Default);
        }
    }
}
