using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Tests.Syntax;

public class KeywordTests
{
    public static TheoryData<string> Names => [.. Enum.GetNames<Keyword>().Where(name => name != nameof(Keyword.None))];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachKeywordIsSpelledLikeItsName(string name)
    {
        var keyword = Enum.Parse<Keyword>(name);
        Assert.Equal(name, KeywordTable.GetText(keyword).Replace("_", ""), ignoreCase: true);
    }
}
