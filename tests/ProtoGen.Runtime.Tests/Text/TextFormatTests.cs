using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using ProtoGen.Runtime.Schema;
using ProtoGen.Runtime.Text;

namespace ProtoGen.Runtime.Tests.Text;

public class TextFormatTests
{
    private static readonly ProtoTypes KnownTypes = ProtoTypes.FromMessages(Api.Descriptor, Struct.Descriptor, Timestamp.Descriptor);

    [Fact]
    public void EachFieldIsWrittenOnItsOwnLine() =>
        Assert.Equal(
            "name: \"x\"\nvalue {\n  name: \"y\"\n  number: -1\n}\nvalue {\n}\noptions {\n  allow_alias: true\n}\n",
            new EnumDescriptorProto
            {
                Name = "x",
                Value = { new EnumValueDescriptorProto { Name = "y", Number = -1 }, new EnumValueDescriptorProto() },
                Options = new EnumOptions { AllowAlias = true },
            }.ToText());

    [Fact]
    public void SingleLineSeparatesFieldsByBlanks() =>
        Assert.Equal(
            "name: \"x\" value { name: \"y\" }",
            new EnumDescriptorProto { Name = "x", Value = { new EnumValueDescriptorProto { Name = "y" } } }.ToText(
                new TextWriteOptions { SingleLine = true }));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1e+15")]
    [InlineData(123456789012345.0, "123456789012345")]
    [InlineData(1.0 / 3, "0.33333333333333331")]
    [InlineData(1e-5, "1e-05")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void DoublesAreWrittenAsProtocDoes(double value, string expected)
    {
        var text = new DoubleValue { Value = value }.ToText();
        Assert.Equal($"value: {expected}\n", text);
        // protoc reads "nan" without the sign bit, which double.NaN has.
        var expectedBits = double.IsNaN(value) ? 0x7FF8_0000_0000_0000 : BitConverter.DoubleToInt64Bits(value);
        Assert.Equal(expectedBits, BitConverter.DoubleToInt64Bits(DoubleValue.ParseText(text).Value));
    }

    [Fact]
    public void StringsAreEscapedInOctal()
    {
        var message = new StringValue { Value = "a\n\r\t\"'\\\u0001é" };
        Assert.Equal("value: \"a\\n\\r\\t\\\"\\'\\\\\\001\\303\\251\"\n", message.ToText());
        Assert.Equal(message, StringValue.ParseText(message.ToText()));
    }

    [Fact]
    public void MapsAreWrittenInTheOrderOfTheirKeys()
    {
        var message = new Struct { Fields = { ["b"] = Value.ForNumber(2), ["a"] = Value.ForNull() } };
        Assert.Equal(
            "fields {\n  key: \"a\"\n  value {\n    null_value: NULL_VALUE\n  }\n}\nfields {\n  key: \"b\"\n  value {\n    number_value: 2\n  }\n}\n",
            message.ToText());
        Assert.Equal(message, Struct.ParseText(message.ToText()));
    }

    [Fact]
    public void AnyIsExpandedIfItsTypeIsKnown()
    {
        var any = Any.Pack(new Timestamp { Seconds = 5 });
        Assert.Equal(
            "[type.googleapis.com/google.protobuf.Timestamp] {\n  seconds: 5\n}\n",
            any.ToText(new TextWriteOptions { Types = KnownTypes }));
        Assert.Equal("type_url: \"type.googleapis.com/google.protobuf.Timestamp\"\nvalue: \"\\010\\005\"\n", any.ToText());
        Assert.Equal(
            any,
            Any.ParseText("[ type.googleapis.com/google.protobuf.Timestamp ] < seconds: 5 >", new TextReadOptions { Types = KnownTypes }));
        Assert.Equal(any, Any.ParseText(any.ToText()));
    }

    [Fact]
    public void UnknownFieldsAreWrittenByNumber()
    {
        byte[] bytes = [0x08, 5, 0x15, 1, 0, 0, 0, 0x19, 2, 0, 0, 0, 0, 0, 0, 0, 0x22, 2, 0x08, 1, 0x2A, 1, 0xFF, 0x33, 0x08, 1, 0x34];
        var message = Empty.Parser.ParseFrom(bytes);
        Assert.Equal("1: 5\n2: 0x00000001\n3: 0x0000000000000002\n4 {\n  1: 1\n}\n5: \"\\377\"\n6 {\n  1: 1\n}\n", message.ToText());
        Assert.Equal("", message.ToText(new TextWriteOptions { OmitUnknownFields = true }));
    }

    [Fact]
    public void AllFormsOfValuesAreRead()
    {
        var text = """
            # comment
            name: 'x' "y" ; number : 0x10, label: LABEL_REPEATED
            type: 3 options < packed: t, uninterpreted_option { name: [{name_part: "a" is_extension: false}] double_value: -.5e1f },
              uninterpreted_option: { negative_int_value: -017 } > proto3_optional: 1
            """;
        var options = new FieldOptions
        {
            Packed = true,
            UninterpretedOption =
            {
                new UninterpretedOption
                {
                    Name = { new UninterpretedOption.Types.NamePart { NamePart_ = "a", IsExtension = false } },
                    DoubleValue = -5,
                },
                new UninterpretedOption { NegativeIntValue = -15 },
            },
        };
        Assert.Equal(
            new FieldDescriptorProto
            {
                Name = "xy",
                Number = 16,
                Label = FieldDescriptorProto.Types.Label.Repeated,
                Type = FieldDescriptorProto.Types.Type.Int64,
                Options = options,
                Proto3Optional = true,
            },
            FieldDescriptorProto.ParseText(text));
    }

    [Theory]
    [InlineData("name: 5", "1:7: Expected string, got: 5")]
    [InlineData("name: \"a\"\nnme: 1", "2:4: Message type \"google.protobuf.Api\" has no field named \"nme\".")]
    [InlineData("name: \"a\" name: \"b\"", "1:15: Non-repeated field \"name\" is specified multiple times.")]
    [InlineData("name \"a\"", "1:6: Expected \":\", found \"\"a\"\".")]
    [InlineData("methods { name: \"a\"", "1:20: Expected identifier, got: ")]
    [InlineData("syntax: SYNTAX_X", "1:17: Unknown enumeration value of \"SYNTAX_X\" for field \"syntax\".")]
    [InlineData("name: \"a", "1:9: Unexpected end of string.")]
    [InlineData("name: \"\\q\"", "1:9: Invalid escape sequence in string literal.")]
    [InlineData("\tname: 5", "1:15: Expected string, got: 5")]
    [InlineData("name: \"\\ud83d\\ude00\"", "1:14: Expected four hex digits for \\u escape sequence.")]
    [InlineData("name: \"\xFFFD\" \x01", "1:13: Invalid control characters encountered in text.")]
    [InlineData("[a.1b]: 1", "1:7: Invalid identifier in type name, got: \"1b\"")]
    [InlineData("[a/b]: 1", "1:6: Extension name contains \"/\"")]
    [InlineData("[a.b]: 1", "1:6: Extension \"a.b\" is not defined or is not an extension of \"google.protobuf.Api\".")]
    public void ErrorsHaveProtocsTextAndPosition(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<TextFormatException>(() => Api.ParseText(text)).Message);

    [Fact]
    public void ItemsOfAMessageSetAreWrittenByName()
    {
        var files = Google.Protobuf.Reflection.FileDescriptor.BuildFromByteStrings([MessageSetFile().ToByteString()]);
        var (set, types) = (DescriptorSchema.Of(files[0].FindTypeByName<MessageDescriptor>("Set")), ProtoTypes.FromFiles(files));
        // An item, an item of an unknown extension, and an ordinary field with the number of the extension.
        byte[] bytes =
        [
            0x0B, 0x10, 0xE8, 0x07, 0x1A, 2, 0x08, 5, 0x0C,
            0x0B, 0x1A, 2, 0x08, 6, 0x10, 0xE9, 0x07, 0x0C,
            0xC2, 0x3E, 2, 0x10, 7,
        ];
        var output = new OutputBuffer(256);
        TextEngine.Write(set, bytes, TextWriteOptions.Default, types, ref output);
        Assert.Equal("[s.In] {\n  a: 5\n  b: 7\n}\n1001 {\n  1: 6\n}\n", System.Text.Encoding.UTF8.GetString(output.Written));
        var wire = new OutputBuffer(256);
        TextEngine.Read("[s.In] { a: 5 }"u8, set, TextReadOptions.Default, types, ref wire);
        // An ordinary field, which Google.Protobuf reads as the extension.
        Assert.Equal([0xC2, 0x3E, 2, 0x08, 5], wire.Written.ToArray());
        Assert.Throws<TextFormatException>(() => ReadTwice(set, types));
    }

    private static void ReadTwice(MessageSchema set, ProtoTypes types)
    {
        var wire = new OutputBuffer(256);
        TextEngine.Read("[s.In] { a: 5 } [s.In.in_set] { }"u8, set, TextReadOptions.Default, types, ref wire);
    }

    private static FileDescriptorProto MessageSetFile() => FileDescriptorProto.ParseText(
        """
        name: "set.proto" package: "s"
        message_type { name: "Set" extension_range { start: 4 end: 2147483647 } options { message_set_wire_format: true } }
        message_type {
          name: "In"
          field { name: "a" number: 1 label: LABEL_OPTIONAL type: TYPE_INT32 }
          field { name: "b" number: 2 label: LABEL_OPTIONAL type: TYPE_INT32 }
          extension { name: "in_set" number: 1000 label: LABEL_OPTIONAL type: TYPE_MESSAGE type_name: ".s.In" extendee: ".s.Set" }
        }
        """);

    [Fact]
    public void UnknownFieldsAreSkippedIfRequested() =>
        Assert.Equal(
            new Api { Name = "n" },
            Api.ParseText(
                "x: [1, {a: 2}, -inf] y { [e.f]: \"g\" 5: <> } name: \"n\" syntax: SYNTAX_X",
                new TextReadOptions { IgnoreUnknownFields = true }));

    [Fact]
    public void NestingIsLimited()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("nested_type{", levels)) + new string('}', levels);
        Assert.Equal(Nested(100), DescriptorProto.ParseText(Nested(100)).ToText().Replace(" ", "").Replace("\n", ""));
        Assert.Throws<TextFormatException>(() => DescriptorProto.ParseText(Nested(101)));
    }
}
