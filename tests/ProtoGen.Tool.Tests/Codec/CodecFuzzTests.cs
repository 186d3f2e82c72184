using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Testing.Generated;
using Xunit.Abstractions;

namespace ProtoGen.Tool.Tests.Codec;

/// <summary>Compares the conversion of random and damaged messages with protoc's: output, error text and exit code.</summary>
public sealed class CodecFuzzTests(CodecFixture fixture, ITestOutputHelper output) : IClassFixture<CodecFixture>
{
    private const int DefaultSeed = 36;
    private const int DefaultRounds = 250;
    private const int MaxFindings = 40;

    private static readonly string[] Pieces =
    [
        "{", "}", "<", ">", "[", "]", ":", ",", ";", "-", "(", "/", "//", "# comment\n", "\n", "\"", "'", "\"a\"", "'b'", "0", "1",
        "-1", "017", "09", "0x1F", "0x", "1.5", ".5", "1.", "1f", "1e5", "1e", "1e400", "99999999999", "18446744073709551616",
        "inf", "nan", "-inf", "infinity", "true", "t", "False", "ONE", "é", "\u0001", "\\", "\\x4", "\\u00e9", "\\ud800",
        "\\ud83d\\ude00", "\\U0001F600", "\\U0000D83D", "\t", "\r\n", "[type.googleapis.com/a.None] { } ", "abc.5", "\\U00110000",
        "\\377", "\\q", "i32: 5 ", "m { ", "}\n", "any { ", "[a.ext]: 1 ", "[a.InSet] { } ",
        "[type.googleapis.com/a.M] { i32: 1 } ", "[1, 2]", "old: 3 ", "first: 1 ", "second: \"x\" ", "grp { x: 1 } ",
        "set { [a.InSet.in_set] { n: 1 } } ",
    ];

    private static int Seed => Number("PROTOGEN_FUZZ_SEED", DefaultSeed);

    private static int Rounds => Number("PROTOGEN_CODEC_ROUNDS", DefaultRounds);

    [OracleFact(Oracle.Protoc)]
    public void RandomMessagesGiveProtocsOutcome()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var messages = LoadMessages();
        var extensions = messages.Values.Select(message => message.File).Distinct()
            .SelectMany(AllExtensions).ToLookup(field => field.ExtendeeType.FullName);
        var accepted = 0;
        var findings = new List<string>();
        for (var round = 0; round < Rounds && findings.Count < MaxFindings; round++)
        {
            (var file, var type) = CodecSchema.Types[random.Next(CodecSchema.Types.Count)];
            var wires = new RandomWire(random.Next()) { Fields = random.Next(1, 12), IsOdd = random.Next(3) == 0, Extensions = extensions };
            var wire = wires.Message(messages[type]);
            if (random.Next(4) == 0)
            {
                wire = wires.Damage(wire);
            }

            fixture.Compare(findings, wire, "--decode_raw");
            var decoded = fixture.Compare(findings, wire, "--decode=" + type, file);
            accepted += decoded.ExitCode == 0 ? 1 : 0;
            var text = Damage(Encoding.Latin1.GetString(decoded.Output), random);
            fixture.Compare(findings, Encoding.Latin1.GetBytes(text), "--encode=" + type, "--deterministic_output", file);
        }

        Assert.True(findings.Count == 0, string.Join("\n\n", findings.OrderBy(finding => finding.Length).Take(10)));
        Assert.True(accepted > Rounds / 3, $"{accepted} of {Rounds} messages were accepted.");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private Dictionary<string, MessageDescriptor> LoadMessages()
    {
        var set = Path.Combine(fixture.Path, "all.pb");
        string[] files = [.. CodecSchema.Types.Select(type => type.File).Distinct()];
        Protoc.Run(fixture.Path, ["-I" + fixture.Path, "-I" + Protoc.IncludePath, "-o" + set, "--include_imports", .. files]);
        var protos = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(set)).File;
        var descriptors = FileDescriptor.BuildFromByteStrings(protos.Select(file => file.ToByteString()));
        return descriptors.SelectMany(file => file.MessageTypes).ToDictionary(message => message.FullName);
    }

    private static IEnumerable<FieldDescriptor> AllExtensions(FileDescriptor file) =>
        file.Extensions.UnorderedExtensions.Concat(file.MessageTypes.SelectMany(message => message.Extensions.UnorderedExtensions));

    private static string Damage(string text, Random random)
    {
        var builder = new StringBuilder(text);
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var at = random.Next(builder.Length + 1);
            switch (random.Next(4))
            {
                case 0:
                    builder.Remove(at, Math.Min(builder.Length - at, 1 + random.Next(4)));
                    break;
                case 1 when at < builder.Length:
                    builder[at] = (char)random.Next(0x20, 0x7F);
                    break;
                default:
                    // More changes are possible at the start of a token than in the middle.
                    while (at > 0 && at < builder.Length && random.Next(4) > 0 && builder[at - 1] is not (' ' or '\n'))
                    {
                        at--;
                    }

                    builder.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return builder.ToString();
    }
}
