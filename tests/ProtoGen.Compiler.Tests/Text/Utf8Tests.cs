using System.Text;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Text;

public class Utf8Tests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("é€😀\u0000\uFFFF")]
    public void ValidUtf8IsDecoded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(text, Utf8.GetString(bytes));
        Assert.Equal(bytes, Utf8.GetBytes(text));
        Assert.True(Utf8.IsValid(bytes));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80, 0xF5, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80, 0x80 })]
    public void InvalidUtf8RoundTrips(byte[] bytes)
    {
        Assert.False(Utf8.IsValid(bytes));
        Assert.Equal(bytes, Utf8.GetBytes(Utf8.GetString(bytes)));
    }
}
