using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class ReadingTests
{
    private const int Rounds = 60;

    public static TheoryData<string> Names => Shapes.Names;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void WellFormedBytesGiveSameMessageOnEveryPath(string name) =>
        AssertSameAsProtoc(name, (wire, descriptor) => wire.Message(descriptor), isOdd: false);

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void UnknownFieldsAndLongVarintsGiveSameMessageOnEveryPath(string name) =>
        AssertSameAsProtoc(name, (wire, descriptor) => wire.Message(descriptor), isOdd: true);

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void DamagedBytesGiveSameMessageOrErrorOnEveryPath(string name) =>
        AssertSameAsProtoc(name, (wire, descriptor) => wire.Damage(wire.Message(descriptor)), isOdd: true);

    private static void AssertSameAsProtoc(string name, Func<RandomWire, MessageDescriptor, byte[]> generate, bool isOdd)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        var descriptor = theirs.Descriptor;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var data = generate(new RandomWire(seed) { IsOdd = isOdd }, descriptor);
            var expected = Outcome.Of(() => theirs.Parser.ParseFrom(data));
            AssertSame(theirs, expected, ours, Outcome.Of(() => ours.Parse(data)), data);
            AssertSame(theirs, expected, ours, Outcome.Of(() => ours.Parser.ParseFrom(data)), data);
            var segments = Segments.Of(data, 1 + seed % 50);
            var expectedOfSegments = Outcome.Of(() => theirs.Parser.ParseFrom(segments));
            AssertSame(theirs, expectedOfSegments, ours, Outcome.Of(() => ours.Parse(segments)), data);
            AssertSame(theirs, expectedOfSegments, ours, Outcome.Of(() => ours.Parser.ParseFrom(segments)), data);
        }
    }

    private static void AssertSame(GeneratedMessage theirs, Outcome expected, GeneratedMessage ours, Outcome actual, byte[] data)
    {
        var input = Convert.ToHexString(data);
        Assert.True(expected.Error == actual.Error, $"{input}\nexpected: {expected.Error}\nactual: {actual.Error}");
        if (expected.Message == null)
            return;
        // ProtoGen's messages keep the order of unknown fields, unlike protoc's. Parsing with protoc's class removes that difference.
        var written = ours.ToByteArray(actual.Message!);
        var wanted = expected.Message.ToByteArray();
        Assert.True(wanted.Length == written.Length, Explain("different sizes"));
        Assert.True(theirs.Parser.ParseFrom(wanted).Equals(theirs.Parser.ParseFrom(written)), Explain("different content"));

        string Explain(string what) =>
            $"{what}\n{input}\nexpected: {Convert.ToHexString(wanted)}\nactual:   {Convert.ToHexString(written)}";
    }
}
