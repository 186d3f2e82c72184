using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Tests.Collections;

public class ValueListTests
{
    [Fact]
    public void ItemsKeepTheirOrderWhenTheListGrows()
    {
        var tail = new ValueList<int>();
        for (var i = 1; i <= 10; i++) tail.Add(i);
        var list = new ValueList<int>();
        list.AddRange(tail);
        list.AddRange(tail);
        list.AddFirst(0);

        Assert.Equal([0, .. Enumerable.Range(1, 10), .. Enumerable.Range(1, 10)], list.ToArray());
        Assert.Equal(list.ToArray(), Enumerate(list));
    }

    [Fact]
    public void ClearedListIsEmpty()
    {
        var list = new ValueList<int>();
        list.Add(1);
        list.Clear();

        Assert.Equal(0, list.Count);
        Assert.Empty(list.ToArray());
        Assert.Empty(Enumerate(list));
    }

    private static List<int> Enumerate(ValueList<int> list)
    {
        var items = new List<int>();
        foreach (var item in list) items.Add(item);
        return items;
    }
}
