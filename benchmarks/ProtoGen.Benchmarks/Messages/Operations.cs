using System.Buffers;
using Google.Protobuf;
using ProtoGen.Testing;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>The operations that the suite measures for each message.</summary>
internal static class Operations
{
    private const int Segment = 1000;

    // Results are stored, because otherwise the JIT compiler would remove the computation.
    private static object? s_result;
    private static int s_size;
    private static bool s_isEqual;

    public static IEnumerable<Operation> Of(Subject subject) =>
        [.. Reading(subject), .. Writing(subject), .. Others(subject), .. Peers(subject)];

    private static IEnumerable<Operation> Reading(Subject subject)
    {
        var data = subject.Data;
        var theirs = subject.TheirType;
        var ours = subject.OurType;
        var single = new ReadOnlySequence<byte>(data);
        var several = Segments.Of(data, Math.Min(Segment, data.Length / 2 + 1));
        yield return new("parse byte[]", () => s_result = theirs.Parser.ParseFrom(data), () => s_result = ours.Parse(data));
        yield return new("parse span", () => s_result = theirs.Parse(data), () => s_result = ours.Parse(data));
        yield return new("parse sequence", () => s_result = theirs.Parse(single), () => s_result = ours.Parse(single));
        yield return new("parse segments", () => s_result = theirs.Parse(several), () => s_result = ours.Parse(several));
        yield return new("Parser.ParseFrom", () => s_result = theirs.Parser.ParseFrom(data), () => s_result = ours.Parser.ParseFrom(data));
    }

    private static IEnumerable<Operation> Writing(Subject subject)
    {
        var theirs = subject.TheirType;
        var ours = subject.OurType;
        var memory = new byte[subject.Data.Length];
        var theirWriter = new ArrayBufferWriter<byte>(subject.Data.Length + Segment);
        var ourWriter = new ArrayBufferWriter<byte>(subject.Data.Length + Segment);
        yield return new(
            "ToByteArray", () => s_result = theirs.ToByteArray(subject.Theirs), () => s_result = ours.ToByteArray(subject.Ours));
        yield return new(
            "WriteTo writer",
            () => Write(theirs, subject.Theirs, theirWriter),
            () => Write(ours, subject.Ours, ourWriter));
        yield return new("WriteTo span", () => theirs.WriteTo(subject.Theirs, memory), () => ours.WriteTo(subject.Ours, memory));
        yield return new(
            "IMessage.ToByteArray",
            () => s_result = MessageExtensions.ToByteArray(subject.Theirs),
            () => s_result = MessageExtensions.ToByteArray(subject.Ours));
    }

    private static IEnumerable<Operation> Others(Subject subject)
    {
        var theirCopy = subject.TheirType.Clone(subject.Theirs);
        var ourCopy = subject.OurType.Clone(subject.Ours);
        yield return new("CalculateSize", () => s_size = subject.Theirs.CalculateSize(), () => s_size = subject.Ours.CalculateSize());
        yield return new(
            "Clone", () => s_result = subject.TheirType.Clone(subject.Theirs), () => s_result = subject.OurType.Clone(subject.Ours));
        yield return new("Equals", () => s_isEqual = subject.Theirs.Equals(theirCopy), () => s_isEqual = subject.Ours.Equals(ourCopy));
        // Random content may have no JSON form.
        if (subject.IsStandard)
        {
            yield return new(
                "JSON", () => s_result = JsonFormatter.Default.Format(subject.Theirs),
                () => s_result = JsonFormatter.Default.Format(subject.Ours));
        }
    }

    // The second class is protobuf-net's.
    private static IEnumerable<Operation> Peers(Subject subject)
    {
        if (subject.Peer is not { } peer) yield break;
        var data = subject.Data;
        var theirs = subject.TheirType;
        var theirWriter = new ArrayBufferWriter<byte>(data.Length + Segment);
        var peerWriter = new ArrayBufferWriter<byte>(2 * data.Length + Segment);
        yield return new("protobuf-net parse", () => s_result = theirs.Parse(data), () => s_result = peer.Parse(data));
        yield return new("protobuf-net write", () => Write(theirs, subject.Theirs, theirWriter), () =>
        {
            peerWriter.ResetWrittenCount();
            peer.WriteTo(peerWriter);
        });
    }

    private static void Write(GeneratedMessage type, IMessage message, ArrayBufferWriter<byte> writer)
    {
        writer.ResetWrittenCount();
        type.WriteTo(message, writer);
    }
}
