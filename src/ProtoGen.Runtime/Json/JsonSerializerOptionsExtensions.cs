using System.Text.Json;

namespace ProtoGen.Runtime.Json;

/// <summary>Adds protobuf to System.Text.Json.</summary>
public static class JsonSerializerOptionsExtensions
{
    /// <summary>Makes the serializer write and read all protobuf messages, also nested in other objects, in protobuf's JSON form.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="writing">How messages are written.</param>
    /// <param name="reading">How messages are read.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static JsonSerializerOptions AddProtobuf(
        this JsonSerializerOptions options, JsonWriteOptions? writing = null, JsonReadOptions? reading = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Converters.Add(new AnyMessageConverter(writing ?? JsonWriteOptions.Default, reading ?? JsonReadOptions.Default));
        return options;
    }
}
