using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts messages of one type to and from protobuf's JSON form for System.Text.Json.</summary>
/// <remarks>
/// Use it as <c>[JsonConverter(typeof(ProtoJsonConverter&lt;X&gt;))]</c> on a message or a property. To convert messages of all types, call
/// <see cref="JsonSerializerOptionsExtensions.AddProtobuf"/>.
/// </remarks>
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
