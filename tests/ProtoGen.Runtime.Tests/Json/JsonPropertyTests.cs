using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Schema;
using ProtoGen.Runtime.Tests.Generated;
using ProtoGen.Runtime.Tests.Properties;
using ProtoGen.Runtime.Text;
using Outcome = ProtoGen.Runtime.Tests.Generated.Outcome;

namespace ProtoGen.Runtime.Tests.Json;

/// <summary>Checks JSON and text format with random messages of random schemas. Google.Protobuf's JSON is the oracle.</summary>
public class JsonPropertyTests
{
    private const int Cases = 300;

    private static readonly TextWriteOptions Known = new() { OmitUnknownFields = true };

    [OracleFact(Oracle.Protoc)]
    public void GoogleReadsOurJsonAsTheSameMessage() => ForAll(WireCase.WellFormed, test =>
    {
        if (test.Classes.IsOfEdition || Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs || HasNoJson(theirs))
            return;
        foreach (var type in test.Classes.BothOurs)
        {
            var json = type.Parse(test.Bytes).ToJson();
            var read = test.Classes.Theirs.Parser.ParseJson(json);
            // Content without a JSON form, such as unknown fields, is lost with either formatter.
            var expected = test.Classes.Theirs.Parser.ParseJson(JsonFormatter.Default.Format(theirs));
            Observed.AssertBytes(expected.ToByteArray(), read.ToByteArray());
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void WeReadGooglesJsonAsTheSameMessage() => ForAll(WireCase.WellFormed, test =>
    {
        if (test.Classes.IsOfEdition || Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs || HasNoJson(theirs))
            return;
        var json = JsonFormatter.Default.Format(theirs);
        var expected = Outcome.Of(() => test.Classes.Theirs.Parser.ParseJson(json));
        foreach (var type in test.Classes.BothOurs.Append(test.Classes.Theirs))
        {
            var actual = ProtoJson.Parse(json, type.Descriptor);
            if (expected.Message != null)
                Observed.AssertBytes(expected.Message.ToByteArray(), type.ToByteArray(actual));
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void MessagesWithExtensionsComeBackFromJsonAndText() => ForAll(WireCase.Extended, test =>
    {
        foreach (var type in test.Classes.BothOurs)
        {
            var types = ProtoTypes.FromMessages(type.Descriptor);
            var parser = types.Extensions is { } extensions ? type.Parser.WithExtensionRegistry(extensions) : type.Parser;
            if (Outcome.Of(() => parser.ParseFrom(test.Bytes)).Message is not { } message)
                continue;
            var writing = Known with { Types = types };
            var text = message.ToText(writing);
            var fromText = ProtoText.Parse(text, type.Descriptor, new TextReadOptions { Types = types });
            AssertSameLines(text, fromText.ToText(writing));
            if (TryJson(message, types) is { } json)
                Assert.Equal(json, TryJson(ProtoJson.Parse(json, type.Descriptor, new JsonReadOptions { Types = types }), types));
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void TextOfBytesInAnyOrderIsThatOfTheMessage() => ForAll(WireCase.Odd, test =>
    {
        var type = test.Classes.Ours;
        // C# keeps the first of two wrappers if the second has the default, and numbers that a closed enum doesn't have. C++, whose rules
        // the text follows, merges wrappers, and such numbers are unknown fields to it. CodecFuzzTests compare that with protoc.
        if (UsesWrappers(type.Descriptor, [])
            || UsesClosedEnums(type.Descriptor, [])
            || Observed.Parsed(type, test.Bytes) is not { } message)
        {
            return;
        }
        var output = new OutputBuffer(256);
        TextEngine.Write(DescriptorSchema.Of(type.Descriptor), test.Bytes, Known, ProtoTypes.Empty, ref output);
        var text = System.Text.Encoding.UTF8.GetString(output.Written);
        Assert.Equal(message.ToText(Known), ProtoText.Parse(text, type.Descriptor).ToText(Known));
    });

    private static bool UsesWrappers(MessageDescriptor message, HashSet<MessageDescriptor> seen) =>
        seen.Add(message) && message.Fields.InDeclarationOrder().Any(field =>
            field.FieldType is FieldType.Message or FieldType.Group
            && (field.MessageType.File.Name == "google/protobuf/wrappers.proto" || UsesWrappers(field.MessageType, seen)));

    private static bool UsesClosedEnums(MessageDescriptor message, HashSet<MessageDescriptor> seen) =>
        seen.Add(message) && DescriptorSchema.Of(message).Fields.Any(field => field.Kind == FieldKind.Enum && field.Enum.IsClosed)
        || message.Fields.InDeclarationOrder().Any(field =>
            field.FieldType is FieldType.Message or FieldType.Group
            && !seen.Contains(field.MessageType)
            && UsesClosedEnums(field.MessageType, seen));

    /// <summary>Shows the lines before the first difference, too.</summary>
    private static void AssertSameLines(string expected, string actual)
    {
        var (expectedLines, actualLines) = (expected.Split('\n'), actual.Split('\n'));
        var same = expectedLines.Zip(actualLines).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            expected == actual,
            string.Join(
                '\n',
                [
                    .. expectedLines[Math.Max(0, same - 30)..same],
                    "EXPECTED",
                    .. expectedLines.Skip(same).Take(12),
                    "ACTUAL",
                    .. actualLines.Skip(same).Take(12),
                ]));
    }

    private static string? TryJson(IMessage message, ProtoTypes types)
    {
        try
        {
            return message.ToJson(new JsonWriteOptions { Types = types });
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Returns whether a message has no JSON form, because of random timestamps, values or types of Any.</summary>
    private static bool HasNoJson(IMessage message)
    {
        try
        {
            JsonFormatter.Default.Format(message);
            return TryJson(message, ProtoTypes.Empty) == null;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void ForAll(Arbitrary<WireCase> cases, Action<WireCase> property) =>
        Prop.ForAll(cases, property).Check(PropertySeed.Config.WithMaxTest(Cases));
}
