using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Tests.Json;

public class JsonWritingTests
{
    [Fact]
    public void MessageIsWrittenInTheOrderOfFieldNumbersWithoutBlanks() =>
        Assert.Equal(
            """{"name":"a","number":2,"label":"LABEL_REPEATED","options":{"packed":true}}""",
            new FieldDescriptorProto
            {
                Options = new FieldOptions { Packed = true },
                Label = FieldDescriptorProto.Types.Label.Repeated,
                Number = 2,
                Name = "a",
            }.ToJson());

    [Fact]
    public void IndentationPutsEachMemberOnItsOwnLine() =>
        Assert.Equal(
            "{\n  \"name\": \"x\",\n  \"value\": [\n    {\n      \"name\": \"y\"\n    }\n  ],\n  \"options\": {}\n}",
            new EnumDescriptorProto { Name = "x", Value = { new EnumValueDescriptorProto { Name = "y" } }, Options = new EnumOptions() }
                .ToJson(new JsonWriteOptions { Indentation = "  " }));

    [Fact]
    public void OptionsChangeNamesAndEnums() =>
        Assert.Equal(
            """{"label":3,"type_name":".x"}""",
            new FieldDescriptorProto { TypeName = ".x", Label = FieldDescriptorProto.Types.Label.Repeated }
                .ToJson(new JsonWriteOptions { FormatEnumsAsIntegers = true, PreserveProtoFieldNames = true }));

    [Fact]
    public void DefaultValuesOfFieldsWithoutPresenceAreWrittenIfRequested() =>
        Assert.Equal(
            """{"name":"","fields":[],"oneofs":["a"],"options":[],"syntax":"SYNTAX_PROTO2","edition":""}""",
            new Google.Protobuf.WellKnownTypes.Type { Oneofs = { "a" } }.ToJson(new JsonWriteOptions { FormatDefaultValues = true }));

    [Theory]
    [InlineData(0, 0, "1970-01-01T00:00:00Z")]
    [InlineData(-62135596800, 0, "0001-01-01T00:00:00Z")]
    [InlineData(253402300799, 999999999, "9999-12-31T23:59:59.999999999Z")]
    [InlineData(1, 500000000, "1970-01-01T00:00:01.500Z")]
    [InlineData(1, 1000, "1970-01-01T00:00:01.000001Z")]
    public void TimestampIsWrittenWithZeroThreeSixOrNineDecimals(long seconds, int nanos, string expected)
    {
        var time = new Timestamp { Seconds = seconds, Nanos = nanos };
        Assert.Equal($"\"{expected}\"", time.ToJson());
        Assert.Equal(time, Timestamp.ParseJson($"\"{expected}\""));
    }

    [Theory]
    [InlineData(0, 0, "0s")]
    [InlineData(-1, -500000000, "-1.500s")]
    [InlineData(0, -1, "-0.000000001s")]
    [InlineData(315576000000, 0, "315576000000s")]
    public void DurationIsWrittenInSeconds(long seconds, int nanos, string expected)
    {
        var duration = new Duration { Seconds = seconds, Nanos = nanos };
        Assert.Equal($"\"{expected}\"", duration.ToJson());
        Assert.Equal(duration, Duration.ParseJson($"\"{expected}\""));
    }

    [Fact]
    public void ValuesWithoutAJsonFormAreReported()
    {
        Assert.Throws<InvalidOperationException>(() => new Timestamp { Seconds = 253402300800 }.ToJson());
        Assert.Throws<InvalidOperationException>(() => new Duration { Seconds = 1, Nanos = -1 }.ToJson());
        Assert.Throws<InvalidOperationException>(() => new FieldMask { Paths = { "fooBar" } }.ToJson());
        Assert.Throws<InvalidOperationException>(() => new FieldMask { Paths = { "foo__bar" } }.ToJson());
        Assert.Throws<InvalidOperationException>(() => Value.ForNumber(double.NaN).ToJson());
        Assert.Throws<InvalidOperationException>(() => new Value().ToJson());
        Assert.Throws<InvalidOperationException>(() => Any.Pack(new Empty()).ToJson());
    }

    [Fact]
    public void AnyHoldsWhatItsRegistryKnows()
    {
        var options = new JsonWriteOptions { Types = ProtoTypes.FromFiles(Timestamp.Descriptor.File, Option.Descriptor.File) };
        Assert.Equal("{}", new Any().ToJson(options));
        Assert.Equal(
            """{"@type":"type.googleapis.com/google.protobuf.Timestamp","value":"1970-01-01T00:00:00Z"}""",
            Any.Pack(new Timestamp()).ToJson(options));
        Assert.Equal(
            """{"@type":"type.googleapis.com/google.protobuf.Option","name":"a","value":{"@type":"type.googleapis.com/google.protobuf.Timestamp","value":"1970-01-01T00:00:01Z"}}""",
            Any.Pack(new Option { Name = "a", Value = Any.Pack(new Timestamp { Seconds = 1 }) }).ToJson(options));
    }

    [Fact]
    public void ContentOfAnyMayHaveItsFieldsInAnyOrder()
    {
        // name = "a"; name = "b" after number 5: out of order, and the last name counts.
        var content = ByteString.CopyFrom([0x0A, 1, (byte)'a', 0x10, 5, 0x0A, 1, (byte)'b']);
        var any = new Any { TypeUrl = "x/google.protobuf.EnumValue", Value = content };
        Assert.Equal(
            """{"@type":"x/google.protobuf.EnumValue","name":"b","number":5}""",
            any.ToJson(new JsonWriteOptions { Types = ProtoTypes.FromMessages(EnumValue.Descriptor) }));
    }

    [Fact]
    public void MalformedContentOfAnyIsReported() =>
        Assert.Throws<InvalidProtocolBufferException>(() =>
            new Any { TypeUrl = "x/google.protobuf.EnumValue", Value = ByteString.CopyFrom([0x0A, 9]) }
                .ToJson(new JsonWriteOptions { Types = ProtoTypes.FromMessages(EnumValue.Descriptor) }));

    [Fact]
    public void StructsAndWrappersAreWrittenAsTheirValues()
    {
        Assert.Equal("\"5\"", new Int64Value { Value = 5 }.ToJson());
        Assert.Equal("\"\"", new BytesValue().ToJson());
        Assert.Equal("\"NaN\"", new DoubleValue { Value = double.NaN }.ToJson());
        Assert.Equal("1e+20", new DoubleValue { Value = 1e20 }.ToJson());
        Assert.Equal("0.1", new FloatValue { Value = 0.1f }.ToJson());
        var list = Value.ForList(
            Value.ForNull(), Value.ForBool(true), Value.ForNumber(1.5), Value.ForString("s"), Value.ForStruct(new Struct()));
        Assert.Equal("""{"a":[null,true,1.5,"s",{}]}""", new Struct { Fields = { ["a"] = list } }.ToJson());
        Assert.Equal("\"fooBar.baz,x\"", new FieldMask { Paths = { "foo_bar.baz", "x" } }.ToJson());
    }

    [Theory]
    [InlineData(1e22)]
    [InlineData(-3.4e-38)]
    [InlineData(2147483647.0)]
    [InlineData(11779497823553162765.0)]
    public void NumbersAreWrittenAsJsonFormatterWritesThem(double number)
    {
        IMessage[] messages = [new DoubleValue { Value = number }, new FloatValue { Value = (float)number }, Value.ForNumber(number)];
        foreach (var message in messages)
            Assert.Equal(JsonFormatter.Default.Format(message), message.ToJson());
    }

    [Fact]
    public void SpecialCharactersAreEscapedAsProtocDoes()
    {
        var text = "a\"\\/\b\f\n\r\t\u0001<>\u007f\u0085\u00ad\u2028é€\U0001F600\ufeff\U000E0001";
        var json = new StringValue { Value = text }.ToJson();
        Assert.Equal("""
            "a\"\\/\b\f\n\r\t\u0001\u003c\u003e\u007f\u0085\u00ad\u2028é€😀\ufeff\udb40\udc01"
            """, json);
        Assert.Equal(text, StringValue.ParseJson(json).Value);
    }

    [Fact]
    public async Task AllOutputsGetTheSameJson()
    {
        var message = new Api { Name = "x", Version = "é" };
        var expected = message.ToJsonUtf8();
        using var stream = new MemoryStream();
        message.WriteJsonTo(stream);
        await message.WriteJsonToAsync(stream);
        Assert.Equal([.. expected, .. expected], stream.ToArray());
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        message.WriteJsonTo(buffer);
        Assert.Equal(expected, buffer.WrittenSpan.ToArray());
        Assert.Equal(message.ToJson(), System.Text.Encoding.UTF8.GetString(expected));
        stream.Position = 0;
        stream.SetLength(expected.Length);
        Assert.Equal(message, Api.ParseJson(stream));
        stream.Position = 0;
        Assert.Equal(message, await Api.ParseJsonAsync(stream));
    }
}
