using System.Text.Json;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Runtime.Tests.Json;

public class JsonConverterAttributeTests
{
    private const string Proto = """
        syntax = "proto3";
        package attribute;
        message Outer { message Inner { int64 big_number = 1; } Inner inner = 1; oneof o { string text = 2; } }
        """;

    [Fact]
    public void MessagesWithTheAttributeNeedNoOptions()
    {
        var options = CSharpOptions.Default with { HasRuntime = true, JsonConverter = true };
        var code = GeneratedCode.Load("Attribute", OurCode.Generate([new ProtoSource("attribute.proto", Proto)], options));
        var type = code.Message("Attribute.Outer").Parser.ParseFrom([]).GetType();
        const string json = """{"inner":{"bigNumber":"5"},"text":"t"}""";
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type));
    }
}
