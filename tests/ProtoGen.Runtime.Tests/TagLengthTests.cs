using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Tests tags of one to five bytes. Those of the numbers 2048 to 4095 start like shorter ones.</summary>
public class TagLengthTests
{
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(3635)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(262143)]
    [InlineData(262144)]
    [InlineData(33554432)]
    [InlineData(536870911)]
    public void FieldsOfEachTagLengthRoundTrip(int number)
    {
        var source = new ProtoSource("tags.proto", $$"""
            edition = "2023";
            message Tags {
              repeated string texts = {{number}};
              repeated Tags groups = {{number - 1}} [features.message_encoding = DELIMITED];
              map<int32, bytes> map = {{number - 2}};
              repeated Tags messages = {{number - 3}};
              int32 last = {{number - 4}};
            }
            """);
        var type = GeneratedCode.Load("Tags", OurCode.Generate([source])).Message("Tags");
        var message = type.Parser.ParseJson("""
            { "texts": ["", "a", "b"], "map": { "1": "", "2": "AAA=" }, "messages": [{}, { "last": 1 }], "last": 5,
              "groups": [{}, { "texts": ["", "c"] }, {}] }
            """);
        Assert.Equal(message, type.Parse(type.ToByteArray(message)));
    }
}
