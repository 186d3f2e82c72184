using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Text;

public class SourceTextTests
{
    [Theory]
    [InlineData("abc", 2, 0, 2)]
    [InlineData("ab\ncd", 4, 1, 1)]
    [InlineData("\tx", 1, 0, 8)]
    [InlineData("abc\tx", 4, 0, 8)]
    [InlineData("12345678\tx", 9, 0, 16)]
    [InlineData("a\r\nb", 3, 1, 0)]
    [InlineData("é\tx", 3, 0, 8)]
    [InlineData("a\n", 2, 1, 0)]
    public void ColumnsCountBytesWithTabStops(string text, int offset, int line, int column) =>
        Assert.Equal((line, column), SourceText.From(text).GetPosition(offset));

    [Fact]
    public void ColumnsDoNotDependOnLookupOrder()
    {
        var text = SourceText.From("a\tb\tc\td");
        Assert.Equal((0, 16), text.GetPosition(4));
        Assert.Equal((0, 24), text.GetPosition(6));
        Assert.Equal((0, 8), text.GetPosition(2));
    }

    [Theory]
    [InlineData("abc", 2, 2, 0, 2)]
    [InlineData("é€😀x", 9, 4, 0, 4)]
    [InlineData("é\n😀x", 7, 4, 1, 2)]
    [InlineData("\tx", 1, 1, 0, 1)]
    public void EditorPositionsCountUtf16Units(string text, int byteOffset, int utf16Offset, int line, int column)
    {
        var source = SourceText.From(text);
        Assert.Equal(utf16Offset, source.GetUtf16Offset(byteOffset));
        Assert.Equal((line, column), source.GetUtf16Position(byteOffset));
    }

    [Fact]
    public void TextsWithSameBytesAreEqual()
    {
        Assert.Equal(SourceText.From("abc"), SourceText.From([97, 98, 99]));
        Assert.Equal(SourceText.From("abc").GetHashCode(), SourceText.From([97, 98, 99]).GetHashCode());
        Assert.NotEqual(SourceText.From("abc"), SourceText.From("abd"));
    }
}
