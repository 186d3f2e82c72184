using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Text;

public class Base64TextTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    [InlineData(0, 256)]
    [InlineData(17, 90)]
    [InlineData(250, 5)]
    [InlineData(251, 5)]
    public void RangeOfBytesIsEncodedAsByDotNet(int start, int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)(value * 151))];

        Assert.Equal(Convert.ToBase64String(bytes, start, length), Base64Text.Encode(bytes, start, length));
    }
}
