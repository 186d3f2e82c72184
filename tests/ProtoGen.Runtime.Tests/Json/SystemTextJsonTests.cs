using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests.Json;

public partial class SystemTextJsonTests
{
    private static readonly JsonSerializerOptions s_options = new JsonSerializerOptions().AddProtobuf();
    private static readonly Api s_api = new() { Name = "n", Methods = { new Method { Name = "m", RequestStreaming = true } } };

    private const string ApiJson = """{"name":"n","methods":[{"name":"m","requestStreaming":true}]}""";

    [Fact]
    public void MessagesAreWrittenAndReadInProtobufsForm()
    {
        Assert.Equal(ApiJson, JsonSerializer.Serialize(s_api, s_options));
        Assert.Equal(s_api, JsonSerializer.Deserialize<Api>(ApiJson, s_options));
        Assert.Equal(s_api, JsonSerializer.Deserialize<Api>(Encoding.UTF8.GetBytes(ApiJson), s_options));
        Assert.Equal("\"1970-01-01T00:00:00Z\"", JsonSerializer.Serialize(new Timestamp(), s_options));
        Assert.Null(JsonSerializer.Deserialize<Api>("null", s_options));
    }

    [Fact]
    public void MessagesAreWrittenAndReadInsideOtherTypes()
    {
        var holder = new Holder("h", s_api, [new Timestamp(), new Timestamp { Seconds = 1 }], new() { ["d"] = new Duration { Seconds = 2 } });
        var json = JsonSerializer.Serialize(holder, s_options);
        Assert.Equal(
            $$$"""{"Title":"h","Api":{{{ApiJson}}},"Times":["1970-01-01T00:00:00Z","1970-01-01T00:00:01Z"],"Durations":{"d":"2s"}}""", json);
        var read = JsonSerializer.Deserialize<Holder>(json, s_options)!;
        Assert.Equal((holder.Title, holder.Api), (read.Title, read.Api));
        Assert.Equal(holder.Times, read.Times);
        Assert.Equal(holder.Durations, read.Durations);
    }

    [Fact]
    public void SourceGeneratedContextsUseTheConverter()
    {
        var context = new HolderContext(new JsonSerializerOptions().AddProtobuf());
        var holder = new Holder("h", s_api, [], []);
        var json = JsonSerializer.Serialize(holder, context.Holder);
        Assert.Equal($$$"""{"Title":"h","Api":{{{ApiJson}}},"Times":[],"Durations":{}}""", json);
        Assert.Equal(s_api, JsonSerializer.Deserialize(json, context.Holder)!.Api);
    }

    [Fact]
    public void AttributeOnAPropertyIsEnough()
    {
        var json = JsonSerializer.Serialize(new Marked { Api = s_api });
        Assert.Equal("{\"Api\":" + ApiJson + "}", json);
        Assert.Equal(s_api, JsonSerializer.Deserialize<Marked>(json)!.Api);
    }

    [Fact]
    public void IndentationFollowsTheSerializer()
    {
        var options = new JsonSerializerOptions { WriteIndented = true }.AddProtobuf();
        Assert.Equal(
            "{\n  \"Api\": {\n    \"name\": \"n\",\n    \"methods\": [\n      {\n        \"name\": \"m\"\n      }\n    ]\n  }\n}",
            JsonSerializer.Serialize(new { Api = new Api { Name = "n", Methods = { new Method { Name = "m" } } } }, options).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void CommentsTrailingCommasAndPiecesAreRead()
    {
        var options = new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }.AddProtobuf();
        Assert.Equal(s_api, JsonSerializer.Deserialize<Api>(ApiJson.Replace("{", "{ /* c */").Replace("}", ",}"), options));
        var bytes = Encoding.UTF8.GetBytes($"[{ApiJson},{ApiJson}]");
        for (var size = 1; size < 40; size++)
        {
            var reader = new Utf8JsonReader(Segments.Of(bytes, size));
            Assert.Equal([s_api, s_api], JsonSerializer.Deserialize<Api[]>(ref reader, s_options)!);
        }
    }

    [Fact]
    public async Task StreamsAreReadAcrossBuffers()
    {
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 }.AddProtobuf();
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(ApiJson, 50))}]");
        var read = await JsonSerializer.DeserializeAsync<Api[]>(new MemoryStream(json), options);
        Assert.Equal(Enumerable.Repeat(s_api, 50), read!);
    }

    [Fact]
    public void WrongInputIsAJsonException()
    {
        Assert.IsType<InvalidProtocolBufferException>(
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Api>("""{"x":1}""", s_options)).InnerException);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Api>("""{"name":"n" """, s_options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Timestamp>("\"noon\"", s_options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<IMessage>("{}", s_options));
    }

    [Fact]
    public void ReaderAndWriterAreUsedInPlace()
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"{{\"a\":{ApiJson},\"b\":2}}"));
        while (reader.TokenType != JsonTokenType.PropertyName)
            Assert.True(reader.Read());
        Assert.True(reader.Read());
        Assert.Equal(s_api, Api.ParseJson(ref reader));
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.True(reader.Read());
        Assert.Equal("b", reader.GetString());

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            s_api.WriteTo(writer);
            new Timestamp().WriteTo(writer);
            writer.WriteEndArray();
        }
        Assert.Equal($"[{ApiJson},\"1970-01-01T00:00:00Z\"]", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void OptionsOfMessagesAreTakenFromAddProtobuf()
    {
        var options = new JsonSerializerOptions().AddProtobuf(
            new JsonWriteOptions { PreserveProtoFieldNames = true }, new JsonReadOptions { IgnoreUnknownFields = true });
        Assert.Equal("""{"name":"m","request_streaming":true}""", JsonSerializer.Serialize(s_api.Methods[0], options));
        Assert.Equal("n", JsonSerializer.Deserialize<Api>("""{"x":1,"name":"n"}""", options)!.Name);
    }

    public sealed record Holder(string Title, Api Api, List<Timestamp> Times, Dictionary<string, Duration> Durations);

    public sealed class Marked
    {
        [JsonConverter(typeof(ProtoJsonConverter<Api>))]
        public Api? Api { get; set; }
    }

    [JsonSerializable(typeof(Holder))]
    public sealed partial class HolderContext : JsonSerializerContext;
}
