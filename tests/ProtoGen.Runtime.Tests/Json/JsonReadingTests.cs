using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Tests.Json;

public class JsonReadingTests
{
    private static readonly JsonReadOptions Lenient = new() { IgnoreUnknownFields = true };

    [Fact]
    public void JsonNamesAndOriginalNamesAreAccepted() =>
        Assert.Equal(
            new FieldDescriptorProto { TypeName = "a", JsonName = "b", Number = 3 },
            FieldDescriptorProto.ParseJson(""" { "jsonName" : "b" , "type_name" : "a", "number": 3 } """));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"-5\"", -5)]
    [InlineData("1e2", 100)]
    [InlineData("1.50e1", 15)]
    [InlineData("100.000", 100)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("-2147483648", int.MinValue)]
    public void IntegersMayHaveDecimalsAndExponents(string json, int expected) =>
        Assert.Equal(expected, Int32Value.ParseJson(json).Value);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("0.5")]
    [InlineData("1e10")]
    [InlineData("1e99999999999999999999")]
    [InlineData("\" 1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("[]")]
    public void NumbersThatAreInvalidForTheIntegerTypeAreReported(string json) =>
        Assert.Throws<InvalidProtocolBufferException>(() => Int32Value.ParseJson(json));

    [Theory]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("1 2")]
    [InlineData("1x")]
    [InlineData("")]
    [InlineData("'1'")]
    public void TextThatIsNotJsonIsReportedAsInvalidJson(string json) =>
        Assert.Throws<InvalidJsonException>(() => Int32Value.ParseJson(json));

    [Fact]
    public void EmptyPathsOfFieldMasksAreIgnored()
    {
        const string Json = "\",,a.bC,,d,\"";
        Assert.Equal(["a.b_c", "d"], FieldMask.ParseJson(Json).Paths);
        Assert.Equal(JsonParser.Default.Parse<FieldMask>(Json), FieldMask.ParseJson(Json));
    }

    [Fact]
    public void SixtyFourBitNumbersAreExact()
    {
        Assert.Equal(ulong.MaxValue, UInt64Value.ParseJson("18446744073709551615").Value);
        Assert.Equal(long.MinValue, Int64Value.ParseJson("\"-9223372036854775808\"").Value);
        Assert.Equal(1_000_000_000_000_000_000, Int64Value.ParseJson("1e18").Value);
        Assert.Throws<InvalidProtocolBufferException>(() => Int64Value.ParseJson("9223372036854775808"));
        Assert.Throws<InvalidProtocolBufferException>(() => UInt64Value.ParseJson("-1"));
    }

    [Theory]
    [InlineData("1e308", 1e308)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    [InlineData("-0", -0.0)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    public void DoublesAreRoundedCorrectly(string json, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(DoubleValue.ParseJson(json).Value));

    [Fact]
    public void FloatsOutOfRangeAreReported()
    {
        Assert.Throws<InvalidProtocolBufferException>(() => FloatValue.ParseJson("1e39"));
        Assert.Throws<InvalidProtocolBufferException>(() => DoubleValue.ParseJson("1e309"));
        Assert.Equal(float.MaxValue, FloatValue.ParseJson("3.4028235e38").Value);
        Assert.True(double.IsNaN(DoubleValue.ParseJson("\"NaN\"").Value));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("AQI=", "0102")]
    [InlineData("AQI", "0102")]
    [InlineData("-_8", "FBFF")]
    [InlineData("+/8=", "FBFF")]
    [InlineData("AQIDBAUGBwgJCgsMDQ4P", "0102030405060708090A0B0C0D0E0F")]
    [InlineData("AQIDBAUGBwgJCgsMDQ4", "0102030405060708090A0B0C0D0E")]
    public void BothAlphabetsOfBase64AreAccepted(string text, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(BytesValue.ParseJson($"\"{text}\"").Value.ToByteArray()));

    [Theory]
    [InlineData("A")]
    [InlineData("A Q=")]
    [InlineData("AQ=")]
    [InlineData("AQ===")]
    [InlineData("A?==")]
    public void BrokenBase64IsReported(string text) =>
        Assert.Throws<InvalidProtocolBufferException>(() => BytesValue.ParseJson($"\"{text}\""));

    [Fact]
    public void EscapesAreDecoded()
    {
        Assert.Equal("\"\\/\b\f\n\r\té😀", StringValue.ParseJson("""
            "\"\\\/\b\f\n\r\t\u00e9\ud83d\uDE00"
            """).Value);
        Assert.Throws<InvalidJsonException>(() => StringValue.ParseJson("\"\\ud83d\""));
        Assert.Throws<InvalidJsonException>(() => StringValue.ParseJson("\"\\ude00\""));
        Assert.Throws<InvalidJsonException>(() => StringValue.ParseJson("\"\\x\""));
        Assert.Throws<InvalidJsonException>(() => StringValue.ParseJson("\"a\nb\""));
        Assert.Throws<InvalidJsonException>(() => StringValue.ParseJson("\"\ud83d\""));
    }

    [Fact]
    public void EnumsAreReadByNameAndNumber()
    {
        Assert.Equal(FieldDescriptorProto.Types.Label.Required, FieldDescriptorProto.ParseJson("""{"label":"LABEL_REQUIRED"}""").Label);
        Assert.Equal(FieldDescriptorProto.Types.Label.Required, FieldDescriptorProto.ParseJson("""{"label":2}""").Label);
        Assert.Throws<InvalidProtocolBufferException>(() => FieldDescriptorProto.ParseJson("""{"label":"LABEL_NONE"}"""));
        Assert.False(FieldDescriptorProto.ParseJson("""{"label":"LABEL_NONE"}""", Lenient).HasLabel);
    }

    [Fact]
    public void UnknownMembersAreReportedOrIgnored()
    {
        const string json = """{"x":{"y":[1,"}",null,{"z":true}]},"name":"n"}""";
        var error = Assert.Throws<InvalidProtocolBufferException>(() => Api.ParseJson("{\n  " + json[1..]));
        Assert.Equal("google.protobuf.Api has no field 'x' (line 2, position 3).", error.Message);
        Assert.Equal("n", Api.ParseJson(json, Lenient).Name);
    }

    [Fact]
    public void NullMeansAbsentExceptForValues()
    {
        Assert.Equal(new Api(), Api.ParseJson("""{"name":null,"methods":null,"sourceContext":null}"""));
        Assert.Equal(new Struct { Fields = { ["a"] = Value.ForNull() } }, Struct.ParseJson("""{"a":null}"""));
        Assert.Throws<InvalidProtocolBufferException>(() => Api.ParseJson("""{"methods":[null]}"""));
    }

    [Fact]
    public void RepeatedNamesAndKeysAreReported()
    {
        Assert.Throws<InvalidProtocolBufferException>(() => Api.ParseJson("""{"name":"a","name":"b"}"""));
        Assert.Throws<InvalidProtocolBufferException>(() => FieldDescriptorProto.ParseJson("""{"typeName":"a","type_name":"b"}"""));
        var keys = string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"k{i}\":{i}"));
        Assert.Equal(500, Struct.ParseJson($"{{{keys}}}").Fields.Count);
        Assert.Throws<InvalidProtocolBufferException>(() => Struct.ParseJson($"{{{keys},\"k7\":1}}"));
    }

    [Fact]
    public void TypeOfAnyMayBeAtAnyPosition()
    {
        var options = new JsonReadOptions { Types = ProtoTypes.FromMessages(Timestamp.Descriptor, Api.Descriptor, Struct.Descriptor) };
        var expected = Any.Pack(new Api { Name = "n", Version = "v" });
        Assert.Equal(expected, Any.ParseJson("""{"@type":"type.googleapis.com/google.protobuf.Api","name":"n","version":"v"}""", options));
        Assert.Equal(expected, Any.ParseJson("""{"name":"n","@type":"type.googleapis.com/google.protobuf.Api","version":"v"}""", options));
        Assert.Equal(
            Any.Pack(new Timestamp { Seconds = 1 }),
            Any.ParseJson("""{"value":"1970-01-01T00:00:01Z","@type":"type.googleapis.com/google.protobuf.Timestamp"}""", options));
        Assert.Equal(new Any(), Any.ParseJson("{}", options));
        Assert.Throws<InvalidProtocolBufferException>(() => Any.ParseJson("""{"name":"n"}""", options));
        Assert.Throws<InvalidProtocolBufferException>(() => Any.ParseJson("""{"@type":"x/unknown.Type"}""", options));
        Assert.Throws<InvalidProtocolBufferException>(
            () => Any.ParseJson("""{"@type":"x/google.protobuf.Api","@type":"x/google.protobuf.Api"}""", options));
    }

    [Fact]
    public void DeeplyNestedStructsAreReadUpToTheLimit()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        var deep = Struct.ParseJson(Nested(100));
        Assert.Equal(deep.ToJson(), Nested(100));
        Assert.Throws<InvalidProtocolBufferException>(() => Struct.ParseJson(Nested(101)));
        Assert.Equal(Nested(300), Struct.ParseJson(Nested(300), new JsonReadOptions { RecursionLimit = 300 }).ToJson());
    }

    [Fact]
    public void TypesKnownOnlyAtRunTimeAreRead()
    {
        Assert.Equal(new Api { Name = "n" }, ProtoJson.Parse("""{"name":"n"}""", Api.Descriptor));
        Assert.Equal(new Api { Name = "n" }, ProtoJson.Parse("""{"name":"n"}"""u8, Api.Descriptor));
    }

    [Fact]
    public void SettingsOfGoogleProtobufAreConverted()
    {
        var types = TypeRegistry.FromMessages(Timestamp.Descriptor);
        var reading = JsonReadOptions.From(new JsonParser.Settings(7, types).WithIgnoreUnknownFields(true));
        Assert.Equal((7, true), (reading.RecursionLimit, reading.IgnoreUnknownFields));
        var writing = JsonWriteOptions.From(
            new JsonFormatter.Settings(true, types).WithIndentation("\t").WithPreserveProtoFieldNames(true));
        Assert.Equal((true, "\t", true), (writing.FormatDefaultValues, writing.Indentation, writing.PreserveProtoFieldNames));
        var any = Any.Pack(new Timestamp());
        Assert.Equal(any, Any.ParseJson(any.ToJson(writing), reading));
    }
}
