using System.Text.Json;

namespace ProtoGen.Runtime.Json;

/// <summary>Adds support for protobuf messages to System.Text.Json.</summary>
public static class JsonSerializerOptionsExtensions
{
    /// <summary>Makes the serializer use protobuf's JSON form for all messages, including those nested in other objects.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="writing">The options for writing messages.</param>
    /// <param name="reading">The options for reading messages.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static JsonSerializerOptions AddProtobuf(
        this JsonSerializerOptions options, JsonWriteOptions? writing = null, JsonReadOptions? reading = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Converters.Add(new AnyMessageConverter(writing ?? JsonWriteOptions.Default, reading ?? JsonReadOptions.Default));
        return options;
    }
}
