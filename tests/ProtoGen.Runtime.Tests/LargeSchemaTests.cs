using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Checks that very large schemas compile, load their descriptors and keep their content.</summary>
public class LargeSchemaTests
{
    private const int Fields = 3000;

    private static readonly string[] Types =
    [
        "int32", "string", "bytes", "double", "bool", "repeated int64", "Wide", "repeated Wide", "repeated string", "map<int32, string>",
    ];

    private static readonly Lazy<GeneratedMessage> Wide = new(() => Load(WideMessage(Fields)).Message("Large.Wide"));

    [Fact]
    public void FieldsOfAMessageWithThousandsOfFieldsRoundTrip()
    {
        var message = Content(0, Fields);
        var data = Wide.Value.ToByteArray(message);
        Assert.Equal(Fields, Wide.Value.Descriptor.Fields.InFieldNumberOrder().Count(field => field.FieldNumber <= Fields));
        Assert.Equal(message, Wide.Value.Parse(data));
        Assert.Equal(data, Wide.Value.ToByteArray(Wide.Value.Parser.ParseFrom(data)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(500)]
    public void FieldsOfAWideMessageAreReadInAnyOrder(int split)
    {
        byte[] data = [.. Wide.Value.ToByteArray(Content(split, Fields)), .. Wide.Value.ToByteArray(Content(0, split))];
        Assert.Equal(Content(0, Fields), Wide.Value.Parse(data));
    }

    [Fact]
    public void WideGroupEndsAtItsTag()
    {
        var group = Content(0, Fields);
        var data = Wide.Value.ToByteArray(group);
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        output.WriteTag(Fields + 1, WireFormat.WireType.StartGroup);
        foreach (var next in data)
            output.WriteRawTag(next);
        output.WriteTag(Fields + 1, WireFormat.WireType.EndGroup);
        output.WriteTag(1, WireFormat.WireType.Varint);
        output.WriteInt32(5);
        output.Flush();
        var message = Wide.Value.Parse(stream.ToArray());
        var accessor = Wide.Value.Descriptor.FindFieldByNumber(Fields + 1).Accessor;
        Assert.Equal(group, accessor.GetValue(message));
        Assert.Equal(5, Wide.Value.Descriptor.FindFieldByNumber(1).Accessor.GetValue(message));
    }

    [Fact]
    public void UnknownFieldsBetweenThoseOfAWideMessageAreKept()
    {
        // The last field as a varint, although it is a map.
        byte[] unknown = [0xC0, 0xBB, 1, 7];
        byte[] data = [8, 5, .. unknown, .. Wide.Value.ToByteArray(Content(500, 501))];
        var message = Wide.Value.Parse(data);
        Assert.Equal(Wide.Value.Parser.ParseFrom(data), message);
        Assert.EndsWith(Convert.ToHexString(unknown), Convert.ToHexString(Wide.Value.ToByteArray(message)));
    }

    // The just-in-time compiler does not optimize a method of thousands of branches.
    [Fact]
    public void MethodsThatReadDoNotGrowWithTheNumberOfFields() =>
        Assert.Equal(MostReads(WideMessage(300)), MostReads(WideMessage(2 * 300)));

    [Fact]
    public void FieldsInDescendingOrderAreRead()
    {
        const int count = 500;
        var fields = Enumerable.Range(0, count).Reverse().Select(index => Wide.Value.ToByteArray(Content(index, index + 1)));
        byte[] data = [.. fields.SelectMany(field => field)];
        var expected = Content(0, count);
        Assert.Equal(expected, Wide.Value.Parse(data));
        Assert.Equal(expected, Wide.Value.Parser.ParseFrom(data));
        Assert.Equal(expected, Wide.Value.Parser.ParseFrom(new SmallReadStream(data, 3)));
    }

    [Fact]
    public void FileWithManyMessagesMethodsAndValuesLoadsItsDescriptor()
    {
        const int messages = 3000;
        const int methods = 1300;
        const int values = 20_000;
        const int depth = 30;
        var text = new StringBuilder("syntax = \"proto3\";\npackage large;\n");
        for (var i = 0; i < messages; i++)
        {
            text.Append($"message M{i} {{ int32 id = 1; repeated M{i * 7 % messages} children = 2; ");
            text.Append("oneof kind { bool a = 3; double b = 4; } }\n");
        }

        text.Append("service Calls {\n");
        for (var i = 0; i < methods; i++)
            text.Append($"rpc Call{i}(M{i}) returns (M{i + 1});\n");
        text.Append("}\nenum Many {\n");
        for (var i = 0; i < values; i++)
            text.Append($"MANY_V{i} = {i};\n");
        text.Append("}\n");
        for (var i = 0; i < depth; i++)
            text.Append($"message D{i} {{ int32 x = 1;\n");
        text.Append('}', depth);

        var code = Load(text.ToString());
        var file = code.Message("Large.M0").Descriptor.File;
        Assert.Equal(messages + 1, file.MessageTypes.Count);
        Assert.Equal(methods, file.Services[0].Methods.Count);
        Assert.Equal(values, file.EnumTypes[0].Values.Count);
        Assert.Equal(messages + depth, code.Messages.Count());
        Assert.Equal(depth, Depth(file.MessageTypes[messages]));
    }

    private static int Depth(MessageDescriptor message) => message.NestedTypes.Count == 0 ? 1 : 1 + Depth(message.NestedTypes[0]);

    private static int MostReads(string proto)
    {
        var root = CSharpSyntaxTree.ParseText(Generate(proto).Single()).GetRoot();
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>();
        return methods.Max(method => method.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(IsRead));
    }

    private static bool IsRead(InvocationExpressionSyntax call) =>
        call.Expression.ToString().StartsWith("r.Read", StringComparison.Ordinal);

    private static IReadOnlyList<string> Generate(string proto) => OurCode.Generate([new ProtoSource("large.proto", proto)]);

    private static GeneratedCode Load(string proto) => GeneratedCode.Load("Large", Generate(proto));

    private static string WideMessage(int fields)
    {
        var text = new StringBuilder("edition = \"2023\";\npackage large;\nmessage Wide {\n");
        for (var i = 0; i < fields; i++)
            text.Append($"{Types[i % Types.Length]} f{i} = {i + 1};\n");
        return text.Append($"Wide group = {fields + 1} [features.message_encoding = DELIMITED];\n}}\n").ToString();
    }

    private static IMessage Content(int start, int end)
    {
        var json = new StringBuilder("{");
        for (var i = start; i < end; i++)
        {
            var value = (i % Types.Length) switch
            {
                0 => $"{i}",
                1 => $"\"text {i}\"",
                2 => "\"AAEC\"",
                3 => $"{i}.5",
                4 => "true",
                5 => $"[{i}, -1]",
                6 => $"{{\"f0\":{i}}}",
                7 => $"[{{}}, {{\"f{Fields - 1}\":{{\"{i}\":\"x\"}}}}]",
                8 => $"[\"\", \"{i}\"]",
                _ => $"{{\"{i}\":\"y\"}}",
            };
            json.Append(i > start ? "," : "").Append($"\"f{i}\":{value}");
        }

        return Wide.Value.Parser.ParseJson(json.Append('}').ToString());
    }
}
