using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using ProtoGen.Runtime.Json;

namespace ProtoGen.Runtime.Tests.Json;

public class HostileJsonTests
{
    [Theory]
    [InlineData("{\"name\":\"a\",\n \"syntax\":}", "Expected a value (line 2, position 11).")]
    [InlineData("{\"name\":\"é\" x}", "Expected ',' or '}' (line 1, position 13).")]
    [InlineData("{\"name\":", "The input ends where a value is expected (line 1, position 9).")]
    [InlineData("{\"name\":\"abc", "The string has no end (line 1, position 13).")]
    [InlineData("{\"name\":\"a\",}", "Expected a name in double quotes (line 1, position 13).")]
    [InlineData("{\"name\":\"a\"}\n1", "Expected the end of the input after the JSON value (line 2, position 1).")]
    public void InvalidJsonIsReportedWithItsPosition(string json, string expected) =>
        Assert.Equal(expected, Assert.Throws<InvalidJsonException>(() => Api.ParseJson(json)).Message);

    [Fact]
    public void InvalidUtf8IsReportedWithItsPosition()
    {
        var error = Assert.Throws<InvalidJsonException>(() => Api.ParseJson([.. "{\"name\":\"é"u8, 0xC3, .. "\"}"u8]));
        Assert.Equal("The JSON is not valid UTF-8 (line 1, position 11).", error.Message);
    }

    [Fact]
    public void TruncatedJsonIsReportedWhereverItEnds()
    {
        var json = new Api
        {
            Name = "é\n\"",
            Methods = { new Method { Name = "m", RequestStreaming = true } },
            Options = { new Option { Name = "o" } },
            Syntax = Google.Protobuf.WellKnownTypes.Syntax.Proto3,
        }.ToJsonUtf8();
        Assert.Equal(json, Api.ParseJson(json).ToJsonUtf8());
        for (var length = 0; length < json.Length; length++)
        {
            var part = json.AsSpan(0, length).ToArray();
            Assert.Throws<InvalidJsonException>(() => Api.ParseJson(part));
        }
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void EndlessNestingIsReported(char bracket)
    {
        var json = string.Concat(Enumerable.Repeat(bracket == '[' ? "[" : "{\"a\":", 1_000_000));
        Assert.Throws<InvalidProtocolBufferException>(() => Value.ParseJson(json));
        Assert.Throws<InvalidProtocolBufferException>(
            () => Api.ParseJson("{\"x\":" + json, new JsonReadOptions { IgnoreUnknownFields = true }));
    }

    [Fact]
    public void HugeNumbersAreReadOrReportedInLinearTime()
    {
        var digits = new string('9', 1_000_000);
        Assert.Throws<InvalidProtocolBufferException>(() => Int64Value.ParseJson(digits));
        Assert.Throws<InvalidProtocolBufferException>(() => DoubleValue.ParseJson(digits));
        Assert.Throws<InvalidProtocolBufferException>(() => Int32Value.ParseJson("1e" + digits));
        Assert.Equal(0.1, DoubleValue.ParseJson("0.1" + new string('0', 1_000_000)).Value);
        Assert.Equal(7, Int32Value.ParseJson("7." + new string('0', 1_000_000)).Value);
    }

    [Fact]
    public void PositionOfAHugeNumberIsReported()
    {
        var error = Assert.Throws<InvalidProtocolBufferException>(() => Int32Value.ParseJson("\n\n " + new string('9', 100_000)));
        Assert.Matches(@"\(line 3, position \d+\)\.$", error.Message);
    }

    [Theory]
    [InlineData("[1e999999999999999999999]", 2)]
    [InlineData("123456789012345678901234567890", 1)]
    [InlineData("[[[", 4)]
    public void PositionOfAWrongValueIsReported(string json, int position)
    {
        var error = Assert.ThrowsAny<IOException>(() => Int64Value.ParseJson(json));
        Assert.Matches($@"\(line 1, position \d+\)\.$", error.Message);
        Assert.InRange(int.Parse(error.Message.Split("position ")[1].TrimEnd(')', '.')), 1, position);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void DepthIsReportedWithItsPosition(string nested)
    {
        var json = "\n" + string.Concat(Enumerable.Repeat(nested, 200));
        var error = Assert.Throws<InvalidProtocolBufferException>(() => Value.ParseJson(json));
        Assert.Matches(@"\(line 2, position \d+\)\.$", error.Message);
    }

    [Fact]
    public async Task TruncatedStreamIsReported()
    {
        var json = Encoding.UTF8.GetBytes("{\"name\":\"abc");
        await Assert.ThrowsAsync<InvalidJsonException>(async () => await Api.ParseJsonAsync(new MemoryStream(json)));
        Assert.Throws<InvalidJsonException>(() => Api.ParseJson(new MemoryStream(json)));
    }

    [Fact]
    public void LongStringIsReadWithMemoryInProportion()
    {
        const int length = 100_000_000;
        var json = new byte[length + 2];
        json.AsSpan().Fill((byte)'a');
        json[0] = json[^1] = (byte)'"';
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(length, StringValue.ParseJson(json).Value.Length);
        // The string itself takes twice the input; the wire format once, in a rented array.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6L * length);
    }

    [Fact]
    public void DuplicateOneofMembersAreReported()
    {
        var type = Generated.Shapes.Ours.Messages.First(message =>
            message.Descriptor.Oneofs.Any(oneof => !oneof.IsSynthetic && oneof.Fields.Count(IsNumberOrText) > 1));
        var fields = type.Descriptor.Oneofs.First(oneof => !oneof.IsSynthetic && oneof.Fields.Count(IsNumberOrText) > 1).Fields
            .Where(IsNumberOrText)
            .ToArray();
        var json = $$"""{"{{fields[0].JsonName}}":"1","{{fields[1].JsonName}}":"2"}""";
        Assert.Throws<InvalidProtocolBufferException>(() => ProtoJson.Parse(json, type.Descriptor));
        ProtoJson.Parse(json.Replace("\"1\",", "null,"), type.Descriptor);
    }

    [Fact]
    public void DeepMessagesAreWrittenOrReportedButDontOverflowTheStack()
    {
        var message = new DescriptorProto { Name = "0" };
        for (var level = 1; level < 500; level++)
            message = new DescriptorProto { NestedType = { message } };
        Assert.Equal(499, message.ToJson().Split("nestedType").Length - 1);
    }

    private static bool IsNumberOrText(FieldDescriptor field) =>
        field.FieldType is not (FieldType.Message or FieldType.Group or FieldType.Enum or FieldType.Bool or FieldType.Bytes);
}
