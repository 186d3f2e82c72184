using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace ProtoGen.Runtime.Json;

/// <summary>Lets System.Text.Json write and read one message type in protobuf's JSON form.</summary>
/// <remarks>For <c>[JsonConverter(typeof(ProtoJsonConverter&lt;X&gt;))]</c> on a message or a property.
/// <see cref="JsonSerializerOptionsExtensions.AddProtobuf"/> is for all messages.</remarks>
public sealed class ProtoJsonConverter<T> : JsonConverter<T>
    where T : class, IMessage<T>, new()
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (T)Utf8JsonBridge.ReadForSerializer(ref reader, MessageFactory<T>.Create(), JsonReadOptions.Default);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Utf8JsonBridge.Write(value, writer, JsonWriteOptions.Default);
}
