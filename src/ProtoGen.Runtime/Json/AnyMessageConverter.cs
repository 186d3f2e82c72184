using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts messages of every type to and from protobuf's JSON form for System.Text.Json.</summary>
/// <remarks>One converter serves all types, because Native AOT could not create the generic converters that a factory makes.</remarks>
internal sealed class AnyMessageConverter(JsonWriteOptions writing, JsonReadOptions reading) : JsonConverter<IMessage>
{
    public override bool CanConvert(Type typeToConvert) => typeof(IMessage).IsAssignableFrom(typeToConvert);

    public override IMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Utf8JsonBridge.ReadForSerializer(ref reader, MakeMessage(typeToConvert), reading);

    public override void Write(Utf8JsonWriter writer, IMessage value, JsonSerializerOptions options) =>
        Utf8JsonBridge.Write(value, writer, writing);

    [UnconditionalSuppressMessage(
        "Trimming", "IL2067",
        Justification = "GeneratedClrTypeInfo, which describes each generated message, keeps its public constructors.")]
    private static IMessage MakeMessage(Type type)
    {
        if (type.IsAbstract)
            throw new NotSupportedException($"JSON can't be read as {type}: the type of the message is not known.");
        return (IMessage)Activator.CreateInstance(type)!;
    }
}
