using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Checks that fields in any order are read, although generated code looks for them in the order of their numbers.</summary>
public class FieldOrderTests
{
    [Theory]
    [InlineData("repeated float first = 1;", "0A040000803F")]
    [InlineData("int32 first = 1;", "0801")]
    [InlineData("repeated string first = 1;", "0A0161")]
    public void FieldsThatAlternateAreRead(string declaration, string first)
    {
        var source = new ProtoSource("guess.proto", $$"""
            syntax = "proto3";
            import "google/protobuf/wrappers.proto";
            message Guess { {{declaration}} repeated bytes second = 2; repeated google.protobuf.StringValue third = 3; }
            """);
        var type = GeneratedCode.Load("Guess", OurCode.Generate([source])).Message("Guess");
        // Each field, and then the one before again.
        var data = Convert.FromHexString(first + "12017A" + first + "12017A1A030A0162" + first);
        Assert.Equal(type.Parser.ParseFrom(data), type.Parse(data));
    }
}
