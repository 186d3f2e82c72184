using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Grpc.Contracts;

public class MetadataTests
{
    [Fact]
    public void KeysAreMadeLowerCaseAndFoundInAnyCase()
    {
        var metadata = new Metadata { { "Some-Key_1.x", "value" } };
        Assert.Equal("some-key_1.x", metadata[0].Key);
        Assert.Equal("value", metadata.GetValue("SOME-KEY_1.X"));
        Assert.Null(metadata.Get("other"));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    [InlineData(":pseudo")]
    [InlineData("a\n")]
    public void KeysWithOtherCharactersAreRefused(string key) =>
        Assert.Throws<ArgumentException>(() => new Metadata { { key, "value" } });

    [Fact]
    public void TheSuffixDividesBinaryFromText()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", [1]));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry("key", (string)null!));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry("key-bin", (byte[])null!));
    }

    [Fact]
    public void TextCanBeReadAsBytesButNotBytesAsText()
    {
        Assert.Equal("abc"u8.ToArray(), new Metadata.Entry("key", "abc").ValueBytes);
        var binary = new Metadata.Entry("KEY-BIN", [1, 2]);
        Assert.True(binary.IsBinary);
        Assert.Equal([1, 2], binary.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => binary.Value);
    }

    [Fact]
    public void BytesAreCopiedOnTheirWayInAndOut()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("key-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;
        Assert.Equal([1, 2], entry.ValueBytes);
    }

    [Fact]
    public void TheLastOfSeveralValuesIsGotAndAllAreInOrder()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" }, { "A", "3" } };
        Assert.Equal("3", metadata.GetValue("a"));
        Assert.Equal(["1", "3"], metadata.GetAll("a").Select(entry => entry.Value));
        Assert.Equal(3, metadata.Count);
    }

    [Fact]
    public void ItIsAList()
    {
        var metadata = new Metadata { { "a", "1" } };
        var entry = new Metadata.Entry("b", "2");
        metadata.Insert(0, entry);
        Assert.Equal(0, metadata.IndexOf(entry));
        Assert.Contains(entry, metadata);
        metadata[0] = new Metadata.Entry("c", "3");
        Assert.DoesNotContain(entry, metadata);
        metadata.RemoveAt(0);
        Assert.True(metadata.Remove(metadata[0]));
        metadata.Add(entry);
        metadata.Clear();
        Assert.Empty(metadata);
    }

    [Fact]
    public void TheEmptyOneStaysEmpty()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("a", "1"));
        Assert.Throws<InvalidOperationException>(Metadata.Empty.Clear);
    }
}
