using System.Buffers;
using System.Globalization;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Compares the calls of existing code, which reach messages through Google.Protobuf, with protoc's messages.</summary>
public sealed class EntryPointTests
{
    private const int Rounds = 6;
    private const uint GroupEnd = (77 << 3) | 4;

    private static readonly Dictionary<string, Action<IMessage, MessageParser, byte[], List<string>>> Calls = new()
    {
        ["byte[]"] = (message, _, data, _) => MessageExtensions.MergeFrom(message, data),
        ["part of byte[]"] = (message, _, data, _) => MessageExtensions.MergeFrom(message, [1, 2, 3, .. data, 8, 1], 3, data.Length),
        ["ByteString"] = (message, _, data, _) => MessageExtensions.MergeFrom(message, ByteString.CopyFrom(data)),
        ["span"] = (message, _, data, _) => MessageExtensions.MergeFrom(message, new ReadOnlySpan<byte>(data)),
        ["sequence"] = (message, parser, data, _) => Merge(message, parser.ParseFrom(new ReadOnlySequence<byte>(data))),
        ["part of a sequence"] = (message, parser, data, _) =>
            Merge(message, parser.ParseFrom(new ReadOnlySequence<byte>([8, 1, .. data, 8]).Slice(2, data.Length))),
        ["segments"] = (message, parser, data, _) => Merge(message, parser.ParseFrom(Segments.Of(data, 7))),
        ["segments of one byte"] = (message, parser, data, _) => Merge(message, parser.ParseFrom(Segments.Of(data, 1))),
        ["stream"] = (message, _, data, _) => MessageExtensions.MergeFrom(message, new MemoryStream(data)),
        ["stream of small reads"] = (message, _, data, _) => MessageExtensions.MergeFrom(message, new SmallReadStream(data, 7)),
        ["delimited stream of small reads"] = (message, _, data, _) =>
            MessageExtensions.MergeDelimitedFrom(message, new SmallReadStream([.. Prefixed(data), 8, 1], 5)),
        ["coded input of small reads"] = (message, _, data, log) =>
            ReadThrough(new CodedInputStream(new SmallReadStream(data, 3)), message.MergeFrom, log),
        ["nested message of small reads"] = (message, _, data, log) => ReadThrough(
            new CodedInputStream(new SmallReadStream([.. Prefixed(data), 8, 1], 11)), input => input.ReadMessage(message), log),
        ["delimited stream"] = (message, _, data, _) =>
            MessageExtensions.MergeDelimitedFrom(message, new MemoryStream([.. Prefixed(data), 8, 1])),
        ["coded input"] = (message, _, data, log) => ReadThrough(new CodedInputStream(data), message.MergeFrom, log),
        ["part of coded input"] = (message, _, data, log) =>
            ReadThrough(new CodedInputStream([1, .. data, 1], 1, data.Length), message.MergeFrom, log),
        ["coded input of a stream"] = (message, _, data, log) =>
            ReadThrough(new CodedInputStream(new MemoryStream(data)), message.MergeFrom, log),
        ["coded input up to an end-group tag"] = (message, _, data, log) =>
            ReadThrough(new CodedInputStream([.. data, .. Varint(GroupEnd), 8, 1]), message.MergeFrom, log),
        ["coded input after a value"] = (message, _, data, log) =>
        {
            var input = new CodedInputStream([.. Varint(300), .. data]);
            log.Add(input.ReadUInt32().ToString(CultureInfo.InvariantCulture));
            ReadThrough(input, message.MergeFrom, log);
        },
        ["coded input after a tag"] = (message, _, data, log) =>
        {
            var input = new CodedInputStream([8, 1, .. data]);
            log.Add(input.ReadTag().ToString(CultureInfo.InvariantCulture) + input.ReadInt32());
            ReadThrough(input, message.MergeFrom, log);
        },
        ["coded input after a peek"] = (message, _, data, log) =>
        {
            var input = new CodedInputStream(data);
            log.Add(input.PeekTag().ToString(CultureInfo.InvariantCulture));
            ReadThrough(input, message.MergeFrom, log);
        },
        ["coded input with a small depth"] = (message, _, data, log) =>
            ReadThrough(CodedInputStream.CreateWithLimits(new MemoryStream(data), int.MaxValue, 3), message.MergeFrom, log),
        ["nested message"] = (message, _, data, log) =>
            ReadThrough(new CodedInputStream([.. Prefixed(data), 8, 1]), input => input.ReadMessage(message), log),
        ["group"] = (message, _, data, log) =>
        {
            var input = new CodedInputStream([.. Varint(GroupEnd - 1), .. data, .. Varint(GroupEnd), 8, 1]);
            input.ReadTag();
            ReadThrough(input, stream => stream.ReadGroup(message), log);
        },
        ["discarding unknown fields"] = (message, parser, data, _) => Merge(message, parser.WithDiscardUnknownFields(true).ParseFrom(data)),
        ["coded input with extensions"] = (message, parser, data, log) =>
        {
            var input = new CodedInputStream(data);
            typeof(CodedInputStream).GetProperty("ExtensionRegistry", BindingFlags.Instance | BindingFlags.NonPublic)!
                .SetValue(input, Registry(parser));
            ReadThrough(input, message.MergeFrom, log);
        },
        ["with extensions"] = (message, parser, data, _) => Merge(message, parser.WithExtensionRegistry(Registry(parser)).ParseFrom(data)),
    };

    public EntryPointTests() => ContextMemory.Learn();

    public static TheoryData<string> Names => Shapes.Names;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void EmptyMessageBecomesTheSameFromWellFormedBytes(string name) =>
        AssertSameAsProtoc(name, (wire, descriptor) => wire.Message(descriptor), isOdd: false, isFilled: false);

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void FilledMessageBecomesTheSameFromOddBytes(string name) =>
        AssertSameAsProtoc(name, (wire, descriptor) => wire.Message(descriptor), isOdd: true, isFilled: true);

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void DamagedBytesGiveTheSameMessageOrError(string name) =>
        AssertSameAsProtoc(name, (wire, descriptor) => wire.Damage(wire.Message(descriptor)), isOdd: true, isFilled: true);

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void TruncatedBytesGiveTheSameMessageOrError(string name) => AssertSameAsProtoc(
        name,
        (wire, descriptor) => wire.Message(descriptor) is { Length: > 0 } data ? data[..(data.Length * 2 / 3)] : [],
        isOdd: false,
        isFilled: false);

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void FieldsBeforeInvalidTagAreKept(string name)
    {
        // A zero, as at the end of files that are padded, and a tag without its last byte.
        foreach (var tag in new byte[] { 0x00, 0x80 })
            AssertSameAsProtoc(name, (wire, descriptor) => [.. wire.Message(descriptor), tag], isOdd: false, isFilled: false);
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void InvalidTextGivesTheSameMessageOrError(string name) => AssertSameAsProtoc(
        name,
        (_, descriptor) =>
        [
            .. descriptor.Fields.InDeclarationOrder().Where(field => field.FieldType == FieldType.String).SelectMany(field =>
                (byte[])[.. Varint(WireFormat.MakeTag(field.FieldNumber, WireFormat.WireType.LengthDelimited)), 2, (byte)'a', 0xFF]),
        ],
        isOdd: false,
        isFilled: false);

    [OracleTheory(Oracle.Protoc)]
    [InlineData("A0060300")]
    [InlineData("A0060380")]
    [InlineData("AA060161AA")]
    [InlineData("A006038080808080808080808005")]
    public void ExtensionsBeforeInvalidTagAreKept(string hex) => AssertSameAsProtoc(
        "Protogen.Tests.Shape2.Extendable", (_, _) => Convert.FromHexString(hex), isOdd: false, isFilled: false);

    [OracleTheory(Oracle.Protoc)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void MapEntriesAndTheirUnknownGroupsCountForTheDepth(int groups)
    {
        byte[] unknown = [.. Enumerable.Repeat((byte)0x7B, groups), .. Enumerable.Repeat((byte)0x7C, groups)];
        AssertSameAsProtoc(
            "Protogen.Tests.Shape3.Maps",
            (_, descriptor) => [.. descriptor.Fields.InDeclarationOrder().Where(field => field.IsMap).SelectMany(Entry)],
            isOdd: true,
            isFilled: false);

        IEnumerable<byte> Entry(FieldDescriptor field) =>
            [.. Varint(WireFormat.MakeTag(field.FieldNumber, WireFormat.WireType.LengthDelimited)), .. Prefixed(unknown)];
    }

    [OracleFact(Oracle.Protoc)]
    public void MessagesInsideAnyAndStructsAreReadTheSame()
    {
        var ours = Shapes.Ours.Message("Protogen.Tests.Shape3.Scalars");
        var data = new RandomWire(1).Message(ours.Descriptor);
        var any = new Google.Protobuf.WellKnownTypes.Any { TypeUrl = "x/" + ours.Descriptor.FullName, Value = ByteString.CopyFrom(data) };
        Assert.Equal(ours.ToByteArray(ours.Parser.ParseFrom(data)), ours.ToByteArray(ours.Parser.ParseFrom(any.Value)));
    }

    /// <summary>Lengths that Google.Protobuf 3.25 adds to a position without a check, and then throws IndexOutOfRangeException.</summary>
    [OracleTheory(Oracle.Protoc)]
    [InlineData("0A081A06FFFFFFFF0700")]
    [InlineData("0A061AFFFFFFFF07")]
    [InlineData("0A0C1AFFFFFFFF070A0161120162")]
    [InlineData("0A0C12FFFFFFFF070A0161120162")]
    public void ErrorsOfOtherClassesAreTheSame(string hex)
    {
        var source = new ProtoSource("outer.proto", """
            syntax = "proto3";
            import "google/protobuf/api.proto";
            message Outer { google.protobuf.Api api = 1; string after = 2; }
            """);
        var theirs = GeneratedCode.Load("Outer.Theirs", Protoc.GenerateCSharp([source])).Message("Outer");
        var ours = GeneratedCode.Load("Outer.Ours", OurCode.Generate([source])).Message("Outer");
        Assert.Equal(Read(theirs), Read(ours));

        (string?, string?, long, string) Read(GeneratedMessage type)
        {
            var message = type.Parser.ParseFrom(ByteString.Empty);
            var input = new CodedInputStream(Convert.FromHexString(hex));
            var error = Record.Exception(() => message.MergeFrom(input));
            return (error?.GetType().Name, error?.Message, input.Position, Hex(message));
        }
    }

    private static void AssertSameAsProtoc(string name, Func<RandomWire, MessageDescriptor, byte[]> generate, bool isOdd, bool isFilled)
    {
        var theirs = Shapes.Theirs.Message(name);
        var ours = Shapes.Ours.Message(name);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var data = generate(new RandomWire(seed) { IsOdd = isOdd }, theirs.Descriptor);
            var before = isFilled ? new RandomWire(seed + Rounds).Message(theirs.Descriptor) : [];
            foreach (var call in Calls.Keys)
            {
                var expected = Run(call, theirs, theirs, before, data);
                var actual = Run(call, ours, theirs, before, data);
                if (expected.Log == actual.Log && Equals(expected.Message, actual.Message))
                    continue;
                var input = $"{call}, seed {seed}\n{Convert.ToHexString(data)}";
                Assert.Fail($"{input}\nexpected: {expected.Log} {Hex(expected.Message)}\nactual:   {actual.Log} {Hex(actual.Message)}");
            }
        }
    }

    /// <summary>Returns the message after the call, also if it failed, the positions of its input, and the error if there is one.</summary>
    // ProtoGen's messages keep the order of unknown fields, unlike protoc's. Parsing with protoc's class removes that difference.
    private static (IMessage Message, string Log) Run(
        string call, GeneratedMessage type, GeneratedMessage theirs, byte[] before, byte[] data)
    {
        var message = type.Parser.ParseFrom(before);
        var log = new List<string>();
        try
        {
            Calls[call](message, type.Parser, data, log);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidOperationException)
        {
            log.Add(error.GetType().Name + ": " + error.Message);
        }
        return (theirs.Parser.ParseFrom(message.ToByteArray()), string.Join("; ", log));
    }

    private static void Merge(IMessage message, IMessage other) => MessageExtensions.MergeFrom(message, other.ToByteArray());

    private static string Hex(IMessage message) => Convert.ToHexString(message.ToByteArray());

    private static void ReadThrough(CodedInputStream input, Action<CodedInputStream> read, List<string> log)
    {
        try
        {
            read(input);
            log.Add($"at end: {input.IsAtEnd}");
            log.Add($"next tag: {input.ReadTag()}");
        }
        finally
        {
            log.Add($"position: {input.Position}");
        }
    }

    private static ExtensionRegistry Registry(MessageParser parser)
    {
        var registry = new ExtensionRegistry();
        registry.AddRange(parser.ParseFrom(Array.Empty<byte>()).Descriptor.File.Extensions.UnorderedExtensions
            .Select(field => field.Extension).OfType<Extension>());
        return registry;
    }

    private static byte[] Prefixed(byte[] data) => [.. Varint((uint)data.Length), .. data];

    private static byte[] Varint(uint value)
    {
        var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        output.WriteUInt32(value);
        output.Flush();
        return stream.ToArray();
    }
}
