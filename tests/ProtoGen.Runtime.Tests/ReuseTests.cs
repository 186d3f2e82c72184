using Google.Protobuf;
using Google.Protobuf.Collections;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Checks that a message that is cleared and filled again reuses its memory.</summary>
public sealed class ReuseTests
{
    private const int WarmUpCalls = 100;
    private const int Calls = 1000;

    private const string Scalars = """
        {"fDouble":1.5,"fInt64":"7","fUint32":9,"fBool":true,"fColor":"COLOR_RED","fSint32":-4,"fFixed64":"3"}
        """;

    private const string Lists = """
        {"fDouble":[1.5,2.5],"fFloat":[1,2],"fInt64":["7","300"],"fInt32":[1,2,3,4],"fBool":[true,false],"fColor":["COLOR_RED"],
         "fSint64":["-4"],"fFixed32":[3,4],"fUnpacked":[1,2,3],"fUnpackedDouble":[0.5]}
        """;

    [Theory]
    [InlineData("Protogen.Tests.Shape3.Scalars", Scalars)]
    [InlineData("Protogen.Tests.Shape3.Lists", Lists)]
    public void LoopOverRecordsAllocatesNothing(string name, string json)
    {
        var message = (Message)Shapes.Ours.Message(name).Parser.ParseJson(json);
        byte[][] records = [message.ToByteArray(), new byte[0], message.ToByteArray()];
        Read(message, records, WarmUpCalls);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(message, records, Calls);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(records[2], message.ToByteArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ClearedMessageIsLikeANewOne(string name)
    {
        var type = Shapes.Ours.Message(name);
        var empty = type.Parser.ParseFrom(ByteString.Empty);
        for (var seed = 0; seed < 10; seed++)
        {
            var data = new RandomWire(seed).Message(empty.Descriptor);
            var message = (Message)type.Parser.ParseFrom(data);
            message.Clear();
            Assert.Equal(empty, message);
            Assert.Empty(message.ToByteArray());
            message.MergeFrom(data);
            Assert.Equal(type.Parser.ParseFrom(data), message);
        }
    }

    public static TheoryData<string> Names => Shapes.Names;

    [Fact]
    public void ClearedListsKeepTheirCapacity()
    {
        var message = (Message)Shapes.Ours.Message("Protogen.Tests.Shape3.Lists").Parser.ParseJson(Lists);
        var list = (RepeatedField<int>)message._GetDescriptor().FindFieldByName("f_int32").Accessor.GetValue(message);
        var capacity = list.Capacity;
        message.Clear();
        Assert.Empty(list);
        Assert.Equal(capacity, list.Capacity);
    }

    private static void Read(Message message, byte[][] records, int times)
    {
        for (var i = 0; i < times; i++)
        {
            foreach (var record in records)
            {
                message.Clear();
                message.MergeFrom(record.AsSpan());
            }
        }
    }
}
