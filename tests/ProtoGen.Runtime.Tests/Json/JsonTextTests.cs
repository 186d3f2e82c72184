using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using ProtoGen.Runtime.Json;

namespace ProtoGen.Runtime.Tests.Json;

/// <summary>Tests strings of every length, because writer and reader have different paths for different lengths.</summary>
public sealed class JsonTextTests
{
    private const int LongestText = 50;

    [Fact]
    public void CharacterIsEscapedAtEveryPosition()
    {
        foreach (var c in "\"\\<>\u007F\u001F\0\n\u0080\u2028")
        {
            for (var length = 1; length <= LongestText; length++)
            {
                for (var at = 0; at < length; at++)
                {
                    var text = new string('a', at) + c + new string('b', length - at - 1);
                    var json = new StringValue { Value = text }.ToJson();
                    Assert.Equal(text, JsonDocument.Parse(json).RootElement.GetString());
                    Assert.Equal(text, StringValue.ParseJson(json).Value);
                    Assert.Equal(text.Length + (c is '"' or '\\' or '\n' ? 1 : 5), json.Length - 2);
                }
            }
        }
    }

    [Fact]
    public void PlainTextOfEveryLengthIsWrittenAndRead()
    {
        for (var length = 0; length <= LongestText; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('A' + (i % 26))));
            var json = new StringValue { Value = text }.ToJson();
            Assert.Equal($"\"{text}\"", json);
            Assert.Equal(text, StringValue.ParseJson(json).Value);
        }
    }

    [Fact]
    public void MapKeysOfEveryLengthAreRead()
    {
        var map = new Struct();
        for (var length = 0; length <= LongestText; length++)
        {
            foreach (var last in "xyz")
                map.Fields[new string('k', length) + last] = Value.ForNumber(length);
        }

        Assert.Equal(map, Struct.ParseJson(map.ToJson()));
    }

    [Theory]
    [InlineData("k")]
    [InlineData("seven__")]
    [InlineData("eight___")]
    [InlineData("a key of more than sixteen characters")]
    public void RepeatedKeyIsAnError(string key) =>
        Assert.Throws<Google.Protobuf.InvalidProtocolBufferException>(
            () => Struct.ParseJson($$"""{"{{key}}": 1, "other": 2, "{{key}}": 3}"""));
}
