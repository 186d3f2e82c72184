using Google.Protobuf;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class LimitTests
{
    private const string Tree = "Protogen.Tests.Shape3.Tree";
    private const string Foreign = "Protogen.Tests.Shape3.Foreign";

    public static TheoryData<int> Depths => [1, 50, 97, 98, 99, 100, 101, 102, 103, 150, 1000];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Depths))]
    public void MessagesHaveProtocsDepthLimit(int depth) => AssertSameAsProtoc(Tree, Nest([], depth, 2));

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Depths))]
    public void RepeatedMessagesHaveProtocsDepthLimit(int depth) => AssertSameAsProtoc(Tree, Nest([], depth, 4));

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Depths))]
    public void UnknownGroupsHaveProtocsDepthLimit(int depth) =>
        AssertSameAsProtoc(Tree, NestUnknownGroups(depth));

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Depths))]
    public void UnknownGroupsInNestedMessagesHaveProtocsDepthLimit(int depth) =>
        AssertSameAsProtoc(Tree, Nest(NestUnknownGroups(40), depth, 2));

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Depths))]
    public void GroupsHaveProtocsDepthLimit(int depth)
    {
        // Many = 2 { Groups nested = 3; }
        var data = Array.Empty<byte>();
        for (var i = 0; i < depth; i++)
            data = [19, .. Nest(data, 1, 3), 20];
        AssertSameAsProtoc("Protogen.Tests.Shape2.Groups", data);
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Depths))]
    public void ListValuesInNestedMessagesHaveProtocsDepthLimit(int depth)
    {
        // value = 5: Value { list_value = 6: ListValue { values = 1: Value ... } }
        var lists = Array.Empty<byte>();
        for (var i = 0; i < depth; i++)
            lists = Nest(Nest(lists, 1, 6), 1, 1);
        AssertSameAsProtoc(Foreign, Nest(Nest(Nest(lists, 1, 6), 1, 5), 7, 6));
    }

    [OracleFact(Oracle.Protoc)]
    public void MapValuesCountAsALevel()
    {
        for (var depth = 45; depth < 55; depth++)
        {
            var tree = Nest([], depth * 2, 2);
            AssertSameAsProtoc("Protogen.Tests.Shape3.Maps", Nest([10, 0, .. Nest(tree, 1, 2)], 1, 11));
        }
    }

    [Theory]
    [InlineData("Protogen.Tests.Shape3.Scalars", 9)]
    [InlineData("Protogen.Tests.Shape3.Scalars", 10)]
    [InlineData("Protogen.Tests.Shape3.Lists", 1)]
    [InlineData("Protogen.Tests.Shape3.Lists", 5)]
    [InlineData("Protogen.Tests.Shape3.Lists", 9)]
    [InlineData("Protogen.Tests.Shape3.Lists", 19)]
    [InlineData("Protogen.Tests.Shape3.Maps", 1)]
    [InlineData("Protogen.Tests.Shape3.Wrappers", 8)]
    [InlineData("Protogen.Tests.Shape3.Foreign", 4)]
    [InlineData("Protogen.Tests.Shape3.Foreign", 900)]
    public void LengthBeyondTheDataAllocatesNothing(string name, int field)
    {
        var type = Shapes.Ours.Message(name);
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteUInt32(int.MaxValue - 8);
        output.WriteRawTag(1);
        output.Flush();
        var data = stream.ToArray();
        Assert.ThrowsAny<InvalidProtocolBufferException>(() => type.Parse(data));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsAny<InvalidProtocolBufferException>(() => type.Parse(data));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    private static byte[] NestUnknownGroups(int depth) =>
        [.. Enumerable.Repeat((byte)(15 << 3 | 3), depth), .. Enumerable.Repeat((byte)(15 << 3 | 4), depth)];

    private static byte[] Nest(byte[] content, int depth, int field)
    {
        for (var i = 0; i < depth; i++)
        {
            using var stream = new MemoryStream();
            var output = new CodedOutputStream(stream);
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(content));
            output.Flush();
            content = stream.ToArray();
        }
        return content;
    }

    private static void AssertSameAsProtoc(string name, byte[] data)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        var expected = Outcome.Of(() => theirs.Parser.ParseFrom(data));
        foreach (var actual in new[] { Outcome.Of(() => ours.Parse(data)), Outcome.Of(() => ours.Parser.ParseFrom(data)) })
        {
            Assert.Equal(expected.Error, actual.Error);
            if (expected.Message != null)
                Assert.Equal(expected.Message.ToByteArray(), ours.ToByteArray(actual.Message!));
        }
    }
}
