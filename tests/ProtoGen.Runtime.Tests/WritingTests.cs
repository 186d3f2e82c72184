using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class WritingTests
{
    private const int Rounds = 60;

    public WritingTests() => ContextOutput.Learn();

    public static TheoryData<string> Names => Shapes.Names;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void EveryWritePathGivesProtocsBytes(string name)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        var descriptor = theirs.Descriptor;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var data = new RandomWire(seed).Message(descriptor);
            var expected = theirs.Parser.ParseFrom(data).ToByteArray();
            var message = ours.Parse(data);
            Assert.Equal(expected.Length, message.CalculateSize());
            Assert.Equal(expected, ours.ToByteArray(message));
            Assert.Equal(expected, MessageExtensions.ToByteArray(message));
            Assert.Equal(expected, WriteToSpan(ours, message, expected.Length));
            Assert.Equal(expected, WriteToBuffer(ours, message, 1 + seed * 7));
            Assert.Equal(expected, WriteToStream(message));
            Assert.Equal(expected, ours.ToByteArray(ours.Clone(message)));
        }
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void DeterministicOutputSortsMapsLikeProtoc(string name)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        var descriptor = theirs.Descriptor;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var data = new RandomWire(seed).Message(descriptor);
            var expected = Write(theirs.Parser.ParseFrom(data));
            Assert.Equal(expected, Write(ours.Parse(data)));
            Assert.Equal(expected, WriteToArray(ours.Parse(data)));
        }
    }

    [Fact]
    public void ArrayThatIsTooSmallIsRejectedAndTheNextIsFilled()
    {
        var type = Shapes.Ours.Message("Protogen.Tests.Shape3.Scalars");
        var message = Fill(type.Parse([]), "some text");
        var bytes = new byte[message.CalculateSize()];
        var small = new CodedOutputStream(new byte[bytes.Length - 1]);
        Assert.Throws<CodedOutputStream.OutOfSpaceException>(() => message.WriteTo(small));
        var output = new CodedOutputStream(bytes);
        message.WriteTo(output);
        Assert.Equal(0, output.SpaceLeft);
        Assert.Equal(type.ToByteArray(message), bytes);
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void StringsAndBytesOfAnyLengthAreWrittenToStreams(string name)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        foreach (var length in new[] { 1, 63, 64, 85, 86, 127, 128, 255, 256, 257, 340, 342, 1003, 1024, 1025, 4096, 20_000, 70_000 })
        {
            foreach (var letter in new[] { "a", "\u00e9", "\u20ac" })
            {
                var data = new RandomWire(length).Message(theirs.Descriptor);
                var text = string.Concat(Enumerable.Repeat(letter, length));
                Assert.Equal(Write(Fill(theirs.Parser.ParseFrom(data), text)), Write(Fill(ours.Parse(data), text)));
            }
        }
    }

    // Google.Protobuf's classes have no span path, so the writer must find their unknown fields, which are private.
    [Theory]
    [InlineData(1, "Timestamp")]
    [InlineData(2, "Duration")]
    [InlineData(3, "Any")]
    [InlineData(4, "Struct")]
    [InlineData(5, "Value")]
    [InlineData(7, "ListValue")]
    [InlineData(8, "FieldMask")]
    [InlineData(9, "Empty")]
    public void UnknownFieldsOfWellKnownMessagesAreWritten(int field, string name)
    {
        var type = Shapes.Ours.Message("Protogen.Tests.Shape3.Foreign");
        byte[] data = [(byte)(field << 3 | 2), 3, 0xF8, 0x07, 5];
        var message = type.Parse(data);
        Assert.Equal(name, message.Descriptor.FindFieldByNumber(field).MessageType.Name);
        Assert.Equal(data, type.ToByteArray(message));
        Assert.Equal(data, MessageExtensions.ToByteArray(message));
        Assert.Equal(data, WriteToStream(message));
        Assert.Equal(data.Length, message.CalculateSize());
    }

    // Google's own tests expect it.
    [Fact]
    public void HashesOfWrappersWithDifferentNaNsDiffer()
    {
        var type = Shapes.Ours.Message("Protogen.Tests.Shape3.Wrappers");
        byte[] one = [10, 9, 9, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F];
        byte[] other = [10, 9, 9, 1, 0, 0, 0, 0, 0, 0xF8, 0x7F];
        Assert.NotEqual(type.Parse(one), type.Parse(other));
        Assert.NotEqual(type.Parse(one).GetHashCode(), type.Parse(other).GetHashCode());
        Assert.Equal(type.Parse(one).GetHashCode(), type.Parse(one).GetHashCode());
    }

    [Fact]
    public void NegativeZeroWithoutPresenceIsWritten()
    {
        byte[] data = [0x09, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x15, 0, 0, 0, 0x80];
        var type = Shapes.Ours.Message("Protogen.Tests.Shape3.Scalars");
        Assert.Equal(data, type.ToByteArray(type.Parse(data)));
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void BufferSmallerThanRequestedIsFilledInPieces(string name)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var data = new RandomWire(seed).Message(theirs.Descriptor);
            var text = new string('a', 1 << (seed % 18));
            var output = new NarrowBufferWriter(1 + seed);
            ours.WriteTo(Fill(ours.Parse(data), text), output);
            Assert.Equal(Fill(theirs.Parser.ParseFrom(data), text).ToByteArray(), output.Written);
        }
    }

    // The writer remembers which types were larger than its buffer of 64 KB. In messages above 128 KB it measures nested messages before it
    // writes them.
    [OracleTheory(Oracle.Protoc)]
    [InlineData("Protogen.Tests.Shape3.Lists")]
    [InlineData("Protogen.Tests.Shape3.Tree")]
    [InlineData("Protogen.Tests.Shape2.Lists")]
    public void LargeAndSmallMessagesOfOneTypeAreWrittenInTurn(string name)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        var part = new RandomWire(0).Message(theirs.Descriptor);
        foreach (var least in new[] { 1, 70_000, 70_000, 1, 70_000, 200_000, 200_000, 1, 1 })
        {
            // Messages one after the other are read as one, and their lists are joined.
            var data = part;
            while (theirs.Parser.ParseFrom(data).CalculateSize() < least)
                data = [.. data, .. part];
            var expected = theirs.Parser.ParseFrom(data).ToByteArray();
            var message = ours.Parse(data);
            Assert.Equal(expected, ours.ToByteArray(message));
            Assert.Equal(expected, WriteToBuffer(ours, message, 1));
            var narrow = new NarrowBufferWriter(1000);
            ours.WriteTo(message, narrow);
            Assert.Equal(expected, narrow.Written);
        }
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void SpanOfWrongSizeIsRejected(string name)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        var descriptor = theirs.Descriptor;
        for (var seed = 0; seed < Rounds / 4; seed++)
        {
            var data = new RandomWire(seed).Message(descriptor);
            var their = theirs.Parser.ParseFrom(data);
            var size = their.CalculateSize();
            foreach (var wrong in new[] { size - 1, size + 1, size / 2, size + 100 })
            {
                if (wrong < 0)
                    continue;
                var expected = Outcome.Of(() => Write(theirs, their, wrong));
                Assert.Equal(expected.Error, Outcome.Of(() => Write(ours, ours.Parse(data), wrong)).Error);
            }
        }

        static IMessage Write(GeneratedMessage type, IMessage message, int size)
        {
            type.WriteTo(message, new byte[size].AsSpan());
            return message;
        }
    }

    private static IMessage Fill(IMessage message, string text)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsRepeated || field.FieldType is not (FieldType.String or FieldType.Bytes))
                continue;
            field.Accessor.SetValue(message, field.FieldType == FieldType.String ? text : ByteString.CopyFromUtf8(text));
        }
        return message;
    }

    /// <summary>Writes a message with ordered map entries, for which ProtoGen's writer has a separate path.</summary>
    private static byte[] Write(IMessage message)
    {
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream) { Deterministic = true };
        message.WriteTo(output);
        output.Flush();
        return stream.ToArray();
    }

    private static byte[] WriteToArray(IMessage message)
    {
        var bytes = new byte[message.CalculateSize()];
        var output = new CodedOutputStream(bytes) { Deterministic = true };
        message.WriteTo(output);
        output.CheckNoSpaceLeft();
        return bytes;
    }

    private static byte[] WriteToSpan(GeneratedMessage type, IMessage message, int size)
    {
        var result = new byte[size];
        type.WriteTo(message, result.AsSpan());
        return result;
    }

    private static byte[] WriteToBuffer(GeneratedMessage type, IMessage message, int room)
    {
        var writer = new ArrayBufferWriter<byte>(room);
        type.WriteTo(message, writer);
        return writer.WrittenSpan.ToArray();
    }

    private static byte[] WriteToStream(IMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return stream.ToArray();
    }
}
