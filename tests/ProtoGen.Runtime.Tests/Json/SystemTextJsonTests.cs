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
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddProtobuf();
    private static readonly Api SampleApi = new() { Name = "n", Methods = { new Method { Name = "m", RequestStreaming = true } } };

    private const string ApiJson = """{"name":"n","methods":[{"name":"m","requestStreaming":true}]}""";

    [Fact]
    public void MessagesAreWrittenAndReadInProtobufsForm()
    {
        Assert.Equal(ApiJson, JsonSerializer.Serialize(SampleApi, Options));
        Assert.Equal(SampleApi, JsonSerializer.Deserialize<Api>(ApiJson, Options));
        Assert.Equal(SampleApi, JsonSerializer.Deserialize<Api>(Encoding.UTF8.GetBytes(ApiJson), Options));
        Assert.Equal("\"1970-01-01T00:00:00Z\"", JsonSerializer.Serialize(new Timestamp(), Options));
        Assert.Null(JsonSerializer.Deserialize<Api>("null", Options));
    }

    [Fact]
    public void MessagesAreWrittenAndReadInsideOtherTypes()
    {
        var holder = new Holder(
            "h", SampleApi, [new Timestamp(), new Timestamp { Seconds = 1 }], new() { ["d"] = new Duration { Seconds = 2 } });
        var json = JsonSerializer.Serialize(holder, Options);
        Assert.Equal(
            $$$"""{"Title":"h","Api":{{{ApiJson}}},"Times":["1970-01-01T00:00:00Z","1970-01-01T00:00:01Z"],"Durations":{"d":"2s"}}""",
            json);
        var read = JsonSerializer.Deserialize<Holder>(json, Options)!;
        Assert.Equal((holder.Title, holder.Api), (read.Title, read.Api));
        Assert.Equal(holder.Times, read.Times);
        Assert.Equal(holder.Durations, read.Durations);
    }

    [Fact]
    public void SourceGeneratedContextsUseTheConverter()
    {
        var context = new HolderContext(new JsonSerializerOptions().AddProtobuf());
        var holder = new Holder("h", SampleApi, [], []);
        var json = JsonSerializer.Serialize(holder, context.Holder);
        Assert.Equal($$$"""{"Title":"h","Api":{{{ApiJson}}},"Times":[],"Durations":{}}""", json);
        Assert.Equal(SampleApi, JsonSerializer.Deserialize(json, context.Holder)!.Api);
    }

    [Fact]
    public void AttributeOnAPropertyIsEnough()
    {
        var json = JsonSerializer.Serialize(new Marked { Api = SampleApi });
        Assert.Equal("{\"Api\":" + ApiJson + "}", json);
        Assert.Equal(SampleApi, JsonSerializer.Deserialize<Marked>(json)!.Api);
    }

    [Fact]
    public void IndentationFollowsTheSerializer()
    {
        var options = new JsonSerializerOptions { WriteIndented = true }.AddProtobuf();
        Assert.Equal(
            "{\n  \"Api\": {\n    \"name\": \"n\",\n    \"methods\": [\n      {\n        \"name\": \"m\"\n      }\n    ]\n  }\n}",
            JsonSerializer.Serialize(new { Api = new Api { Name = "n", Methods = { new Method { Name = "m" } } } }, options)
                .ReplaceLineEndings("\n"));
    }

    [Fact]
    public void CommentsTrailingCommasAndPiecesAreRead()
    {
        var options = new JsonSerializerOptions
        {
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        }.AddProtobuf();
        Assert.Equal(SampleApi, JsonSerializer.Deserialize<Api>(ApiJson.Replace("{", "{ /* c */").Replace("}", ",}"), options));
        var bytes = Encoding.UTF8.GetBytes($"[{ApiJson},{ApiJson}]");
        for (var size = 1; size < 40; size++)
        {
            var reader = new Utf8JsonReader(Segments.Of(bytes, size));
            Assert.Equal([SampleApi, SampleApi], JsonSerializer.Deserialize<Api[]>(ref reader, Options)!);
        }
    }

    [Fact]
    public async Task StreamsAreReadAcrossBuffers()
    {
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 }.AddProtobuf();
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(ApiJson, 50))}]");
        var read = await JsonSerializer.DeserializeAsync<Api[]>(new MemoryStream(json), options);
        Assert.Equal(Enumerable.Repeat(SampleApi, 50), read!);
    }

    [Fact]
    public void WrongInputIsAJsonException()
    {
        Assert.IsType<InvalidProtocolBufferException>(
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Api>("""{"x":1}""", Options)).InnerException);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Api>("""{"name":"n" """, Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Timestamp>("\"noon\"", Options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<IMessage>("{}", Options));
    }

    [Fact]
    public void ReaderAndWriterAreUsedInPlace()
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"{{\"a\":{ApiJson},\"b\":2}}"));
        while (reader.TokenType != JsonTokenType.PropertyName)
            Assert.True(reader.Read());
        Assert.True(reader.Read());
        Assert.Equal(SampleApi, Api.ParseJson(ref reader));
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.True(reader.Read());
        Assert.Equal("b", reader.GetString());

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            SampleApi.WriteTo(writer);
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
        Assert.Equal("""{"name":"m","request_streaming":true}""", JsonSerializer.Serialize(SampleApi.Methods[0], options));
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
