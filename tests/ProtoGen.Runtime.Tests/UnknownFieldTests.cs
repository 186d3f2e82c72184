using System.Reflection;
using Google.Protobuf;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Checks unknown fields of messages: their order, and the private field of protoc's classes that holds them.</summary>
public class UnknownFieldTests
{
    private static readonly GeneratedMessage Tree = Shapes.Ours.Message("Protogen.Tests.Shape3.Tree");

    public static TheoryData<string> Names => Shapes.Names;

    /// <summary>Gets fields 1000 to 1002 in orders that a set of fields keeps or changes.</summary>
    public static TheoryData<string> Fields =>
    [
        Varint1000,
        Varint1000 + Varint1000 + Varint1000,
        Bytes1001 + Varint1000,
        // A number again after another one.
        Varint1000 + Bytes1001 + Varint1000,
        Varint1000 + Bytes1001 + Bytes1001 + Varint1000 + Bytes1001 + Fixed1002,
        // One number with several wire types.
        Bytes1000 + Varint1000,
        Varint1000 + Bytes1000 + Varint1000 + Bytes1000,
        Group1000(Varint1000),
        Group1000(Varint1000) + Bytes1001 + Group1000(Bytes1000),
        // At the end of a nested message, followed by the same fields of its parent.
        "1207" + Bytes1001 + Varint1000 + Varint1000 + Bytes1001,
        "1207" + Bytes1001 + Varint1000 + Bytes1001 + Varint1000 + Bytes1001,
    ];

    private static string Varint1000 => "C03E07";

    private static string Bytes1000 => "C23E0141";

    private static string Bytes1001 => "CA3E0141";

    private static string Fixed1002 => "D53E01020304";

    [Theory]
    [MemberData(nameof(Fields))]
    public void FieldsAreWrittenInTheirOrder(string hex)
    {
        var data = Convert.FromHexString(hex);
        var message = Tree.Parse(data);
        var merged = Tree.Parse([]);
        Tree.MergeFrom(merged, message);
        var filled = Tree.Parse([]);
        MessageExtensions.MergeFrom(filled, data);
        var ways = new Dictionary<string, IMessage>
        {
            ["memory"] = message,
            ["segments"] = Tree.Parser.ParseFrom(Segments.Of(data, 3)),
            ["stream"] = Tree.Parser.ParseFrom(new SmallReadStream(data, 3)),
            ["copy"] = Tree.Clone(message),
            ["merged"] = merged,
            ["array"] = filled,
        };
        foreach (var (way, result) in ways)
            AssertWritten(hex, result, way);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void MergedFieldsFollowTheOthers(string hex)
    {
        var other = Tree.Parse(Convert.FromHexString(hex));
        var message = Tree.Parse(Convert.FromHexString(Bytes1001 + Varint1000));
        Tree.MergeFrom(message, other);
        var nested = hex[..NestedLength(hex)];
        AssertWritten(nested + Bytes1001 + Varint1000 + hex[nested.Length..], message, "merged");
        AssertWritten(hex, other, "the other message");
    }

    [Fact]
    public void FieldsOfGroupsInMemoryAreWrittenInTheirOrder()
    {
        var fields = Group1000(Bytes1000 + Varint1000) + Bytes1001 + Group1000(Varint1000 + Bytes1001 + Varint1000);
        AssertWritten(fields, Tree.Parse(Convert.FromHexString(fields)), "memory");
    }

    [Theory]
    [InlineData("C0BE008700", "C03E07")]
    [InlineData("C03E878000", "C03E07")]
    // Bits beyond those of the value: of a tag, of a length, of the last byte of a varint, and of the fields of a group.
    [InlineData("C0BE80801007", "C03E07")]
    [InlineData("F8FFFFFF7F07", "F8FFFFFF0F07")]
    [InlineData("C23E81808080800141", "C23E0141")]
    [InlineData("C23E808080808001", "C23E00")]
    [InlineData("C03EFFFFFFFFFFFFFFFFFF7F", "C03EFFFFFFFFFFFFFFFFFF01")]
    [InlineData("C33EC23E808080808001C43E", "C33EC23E00C43E")]
    [InlineData("C33EF8FFFFFF7F07C43E", "C33EF8FFFFFF0F07C43E")]
    [InlineData("FBFFFFFF7FFCFFFFFF7F", "FBFFFFFF0FFCFFFFFF0F")]
    public void VarintsAreShortened(string hex, string expected)
    {
        var message = Tree.Parse(Convert.FromHexString(Varint1000 + Bytes1001 + hex + Bytes1001 + Varint1000));
        AssertWritten(Varint1000 + Bytes1001 + expected + Bytes1001 + Varint1000, message, "memory");
    }

    [Fact]
    public void FieldsAreDiscardedOnDemand()
    {
        var data = Convert.FromHexString(Varint1000 + Bytes1001 + Varint1000);
        var message = Tree.Parser.WithDiscardUnknownFields(true).ParseFrom(new MemoryStream(data));
        AssertWritten("", message, "stream");
    }

    [Fact]
    public void MessageWithUnknownFieldsDiffersFromOneWithout()
    {
        var message = Tree.Parse(Convert.FromHexString(Varint1000));
        Assert.False(message.Equals(Tree.Parse([])));
        Assert.False(Tree.Parse([]).Equals(message));
    }

    [Fact]
    public void OrderDoesNotMatterForEquality()
    {
        var message = Tree.Parse(Convert.FromHexString(Varint1000 + Bytes1001 + Varint1000));
        var other = Tree.Parse(Convert.FromHexString(Bytes1001 + Varint1000 + Varint1000));
        Assert.Equal(message, other);
        Assert.Equal(message.GetHashCode(), other.GetHashCode());
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void ReflectionFindsProtocsPrivateField(string name)
    {
        var data = Convert.FromHexString("C0BB0107");
        var message = Shapes.Ours.Message(name).Parse(data);
        var field = FieldOf(message);
        Assert.Equal(FieldOf(Shapes.Theirs.Message(name).Parse(data)).FieldType, field.FieldType);
        Assert.Equal(data.Length, ((UnknownFieldSet)field.GetValue(message)!).CalculateSize());
        field.SetValue(message, null);
        Assert.Empty(message.ToByteArray());
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void ReflectionFindsAllFields(string hex)
    {
        var message = Tree.Parse(Convert.FromHexString(hex));
        var set = (UnknownFieldSet?)FieldOf(message).GetValue(message);
        Assert.Equal(hex.Length / 2 - NestedLength(hex) / 2, set!.CalculateSize());
    }

    private static FieldInfo FieldOf(IMessage message) =>
        message.GetType().GetField("_unknownFields", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static string Group1000(string content) => "C33E" + content + "C43E";

    /// <summary>Returns the number of digits of the nested message in the data.</summary>
    private static int NestedLength(string hex) => hex.StartsWith("12", StringComparison.Ordinal) ? 2 * (2 + 0x07) : 0;

    private static void AssertWritten(string hex, IMessage message, string way)
    {
        Assert.Equal((way, hex), (way, Convert.ToHexString(Tree.ToByteArray(message))));
        Assert.Equal((way, hex), (way, Convert.ToHexString(MessageExtensions.ToByteArray(message))));
        var stream = new MemoryStream();
        message.WriteTo(stream);
        Assert.Equal((way, hex), (way, Convert.ToHexString(stream.ToArray())));
        Assert.Equal(hex.Length / 2, message.CalculateSize());
    }
}
