using ProtoGen.Grpc;
using ProtoGen.Grpc.Protocol;

namespace ProtoGen.Runtime.Tests.Grpc.Contracts;

public class BinaryHeaderTests
{
    [Theory]
    [InlineData("", new[] { "" })]
    [InlineData("AQ", new[] { "01" })]
    [InlineData("AQ==", new[] { "01" })]
    [InlineData("AQI=", new[] { "0102" })]
    [InlineData("AQID", new[] { "010203" })]
    [InlineData("AQ,AQI=, AQID", new[] { "01", "0102", "010203" })]
    [InlineData("+/8", new[] { "FBFF" })]
    public void ValuesAreReadPaddedOrNotAndJoined(string text, string[] values)
    {
        var metadata = new Metadata();
        Assert.True(BinaryHeader.TryAdd(metadata, "x-bin", text));
        Assert.Equal(values, metadata.Select(entry => Convert.ToHexString(entry.ValueBytes)));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("A*==")]
    [InlineData("AQ,*")]
    [InlineData("\u0141Q")]
    [InlineData("AQIDA")]
    public void WhatIsNotBase64IsRefused(string text) => Assert.False(BinaryHeader.TryAdd([], "x-bin", text));

    [Fact]
    public void ValuesAreSentWithoutPadding() => Assert.Equal("AQ", BinaryHeader.Encode([1]));

    [Fact]
    public void EveryLengthComesBack()
    {
        for (var length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            var metadata = new Metadata();
            Assert.True(BinaryHeader.TryAdd(metadata, "x-bin", BinaryHeader.Encode(bytes)));
            Assert.Equal(bytes, metadata[0].ValueBytes);
        }
    }
}
