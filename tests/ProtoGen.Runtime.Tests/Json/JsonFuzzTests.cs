using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests.Json;

/// <summary>Checks that damaged JSON is accepted or rejected as by Google.Protobuf's parser, apart from the listed differences.</summary>
public partial class JsonFuzzTests
{
    private const int Seed = 4711;
    private const int Rounds = 4000;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "0", "-1", "1e2", "1.5", "1E400", "\"\"", "\"NaN\"", "\"Infinity\"",
        "\\", "\\u00", "\"1\"", "\"a\":", "é", " ", "\n", "99999999999999999999", "\"1970-01-01T00:00:00Z\"", "\"1.5s\"", "\"AQI\"",
        "\"a.bC\"", "{}", "[]",
    ];

    [OracleFact(Oracle.Protoc)]
    public void DamagedJsonIsTreatedAsByGoogleProtobuf()
    {
        var random = new Random(Seed);
        GeneratedMessage[] types =
        [
            .. Shapes.Theirs.Messages
                .Where(type => type.Descriptor.File.ToProto().Syntax != "editions")
                .OrderBy(type => type.Name, StringComparer.Ordinal),
        ];
        var (same, accepted) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var type = types[round % types.Length];
            var wire = new RandomWire(random.Next()) { Fields = 6 }.Message(type.Descriptor);
            if (Outcome.Of(() => type.Parser.ParseFrom(wire)).Message is not { } message || Text(message) is not { } json)
                continue;
            json = Damage(json, random);
            var theirs = Outcome.Of(() => JsonParser.Default.Parse(json, type.Descriptor));
            var ours = Outcome.Of(() => ProtoJson.Parse(json, type.Descriptor));
            Assert.True(
                ours.Error == null || ours.Error.StartsWith("Invalid", StringComparison.Ordinal), $"{type.Name} {json}: {ours.Error}");
            if (ours.Message == null != (theirs.Message == null))
            {
                Assert.True(
                    IsKnownDifference(json, ours.Error, theirs.Error), $"{type.Name}: {json}\nours: {ours.Error}\ntheirs: {theirs.Error}");
                continue;
            }
            same++;
            if (ours.Message == null)
                continue;
            accepted++;
            Assert.Equal(theirs.Message, ours.Message);
        }
        Assert.True(same > Rounds / 2 && accepted > Rounds / 20, $"{same} {accepted}");
    }

    /// <summary>Returns whether the specification or protoc's C++ requires the difference.</summary>
    private static bool IsKnownDifference(string json, string? ours, string? theirs) =>
        ours == null ? MustAccept(json, theirs!) : MustRefuse(json, ours);

    private static bool MustAccept(string json, string theirs) =>
        // Google.Protobuf 3.25.1 supports neither the URL alphabet nor missing padding, which the conformance suite requires.
        (theirs.Contains("base64", StringComparison.OrdinalIgnoreCase) && HasStrings(json, IsBase64))
        // "Multiple values specified for oneof": null is not a value (conformance suite, OneofFieldNullFirst).
        || (theirs.Contains("oneof", StringComparison.Ordinal) && json.Contains("null", StringComparison.Ordinal))
        // Any: {} stands for an empty one (conformance suite, AnyWithNoType).
        || (theirs.Contains("Any message with no @type", StringComparison.Ordinal) && EmptyObject().IsMatch(json))
        // Listed in docs/json.md: durations may have leading zeros.
        || (theirs.Contains("Invalid Duration value", StringComparison.Ordinal) && LeadingZero().IsMatch(json));

    private static bool MustRefuse(string json, string ours) =>
        // "A JSON object must not have the same key twice" (conformance suite, FieldNameDuplicate); JsonParser takes the last.
        ((ours.Contains("has been set already", StringComparison.Ordinal) || ours.Contains("twice", StringComparison.Ordinal))
            && HasNameTwice(JsonDocument.Parse(json).RootElement))
        // Convert.FromBase64String skips white space, which base64 does not allow (RFC 4648, section 3.3) and protoc's C++ runtime rejects.
        || (ours.Contains("is not base64", StringComparison.Ordinal)
            && HasStrings(json, text => text.Any(char.IsWhiteSpace) && IsBase64(text.Where(c => !char.IsWhiteSpace(c)))))
        // Listed in docs/json.md: JsonParser accepts any characters in the paths of a FieldMask, protoc's C++ runtime does not.
        || (ours.Contains("is not a path of google.protobuf.FieldMask", StringComparison.Ordinal)
            && HasStrings(json, text => text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or ',' or '_'))));

    /// <summary>Returns whether at least one string satisfies a condition.</summary>
    private static bool HasStrings(string json, Func<string, bool> isWanted)
    {
        var open = new Stack<JsonElement>([JsonDocument.Parse(json).RootElement]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.String && isWanted(element.GetString()!))
                return true;
            foreach (var inner in Inner(element))
                open.Push(inner);
        }
        return false;
    }

    /// <summary>Returns whether an object has a name twice, as a JSON name or as a field name.</summary>
    private static bool HasNameTwice(JsonElement element) =>
        (element.ValueKind == JsonValueKind.Object
            && element.EnumerateObject().GroupBy(member => member.Name.Replace("_", "").ToLowerInvariant())
                .Any(group => group.Count() > 1))
        || Inner(element).Any(HasNameTwice);

    private static IEnumerable<JsonElement> Inner(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };

    private static bool IsBase64(IEnumerable<char> text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' or '=');

    [GeneratedRegex("\"-?0[0-9][^\"]*s\"")]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"\{\s*\}")]
    private static partial Regex EmptyObject();

    private static string? Text(IMessage message)
    {
        try
        {
            return message.ToJson();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Damage(string json, Random random)
    {
        var builder = new StringBuilder(json);
        for (var changes = random.Next(3); changes > 0 && builder.Length > 0; changes--)
        {
            var at = random.Next(builder.Length);
            switch (random.Next(3))
            {
                case 0:
                    builder.Remove(at, Math.Min(builder.Length - at, 1 + random.Next(4)));
                    break;
                case 1:
                    builder.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    builder[at] = (char)random.Next(0x20, 0x7F);
                    break;
            }
        }
        return builder.ToString();
    }
}
