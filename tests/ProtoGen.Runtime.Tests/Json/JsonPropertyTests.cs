using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Schema;
using ProtoGen.Runtime.Tests.Generated;
using ProtoGen.Runtime.Tests.Properties;
using ProtoGen.Runtime.Text;
using Outcome = ProtoGen.Runtime.Tests.Generated.Outcome;

namespace ProtoGen.Runtime.Tests.Json;

/// <summary>What holds for the JSON and text of all messages of all schemas: Google.Protobuf's JSON is the oracle.</summary>
public class JsonPropertyTests
{
    private const int Cases = 300;

    [OracleFact]
    public void GoogleReadsOurJsonAsTheSameMessage() => ForAll(WireCase.WellFormed, test =>
    {
        if (test.Classes.IsOfEdition || Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs || HasNoJson(theirs))
            return;
        foreach (var type in test.Classes.BothOurs)
        {
            var json = type.Parse(test.Bytes).ToJson();
            Observed.AssertBytes(theirs.ToByteArray(), test.Classes.Theirs.Parser.ParseJson(json).ToByteArray());
        }
    });

    [OracleFact]
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

    [OracleFact]
    public void MessagesWithExtensionsComeBackFromJsonAndText() => ForAll(WireCase.Extended, test =>
    {
        foreach (var type in test.Classes.BothOurs)
        {
            var types = ProtoTypes.FromMessages(type.Descriptor);
            if (Observed.Parsed(type, test.Bytes) is not { } message)
                continue;
            var expected = type.ToByteArray(message);
            var text = message.ToText(new TextWriteOptions { Types = types });
            Observed.AssertBytes(expected, type.ToByteArray(Known(ProtoText.Parse(text, type.Descriptor, new TextReadOptions { Types = types }), type)));
            if (TryJson(message, types) is { } json)
                Observed.AssertBytes(expected, type.ToByteArray(Known(ProtoJson.Parse(json, type.Descriptor, new JsonReadOptions { Types = types }), type)));
        }
    });

    [OracleFact]
    public void TextOfBytesInAnyOrderIsThatOfTheMessage() => ForAll(WireCase.Odd, test =>
    {
        var type = test.Classes.Ours;
        if (Observed.Parsed(type, test.Bytes) is not { } message)
            return;
        var schema = DescriptorSchema.Of(type.Descriptor);
        var output = new OutputBuffer(256);
        TextEngine.Write(schema, test.Bytes, new TextWriteOptions { OmitUnknownFields = true }, ProtoTypes.Empty, ref output);
        Assert.Equal(message.ToText(new TextWriteOptions { OmitUnknownFields = true }), System.Text.Encoding.UTF8.GetString(output.Written));
    });

    /// <summary>Parses again without extensions, which then are unknown fields in both messages.</summary>
    private static IMessage Known(IMessage message, GeneratedMessage type) => type.Parse(message.ToByteArray());

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

    /// <summary>Random bytes make timestamps, values and types of Any that JSON has no form for.</summary>
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
