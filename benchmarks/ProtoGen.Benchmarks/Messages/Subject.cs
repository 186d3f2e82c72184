using System.Buffers;
using Google.Protobuf;
using ProtoGen.Testing;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>One message with content, in protoc's and in ProtoGen's class.</summary>
internal sealed class Subject(string name, GeneratedMessage theirType, GeneratedMessage ourType, byte[] data)
{
    public string Name => name;

    /// <summary>Gets whether it is one of the nine shapes of the summary.</summary>
    public bool IsStandard => Peer is not null;

    /// <summary>Gets the content in protobuf-net's class, for the nine shapes.</summary>
    public PeerMessage? Peer { get; init; }

    public GeneratedMessage TheirType => theirType;

    public GeneratedMessage OurType => ourType;

    public byte[] Data => data;

    public IMessage Theirs { get; } = theirType.Parser.ParseFrom(data);

    public IMessage Ours { get; } = ourType.Parse(data);

    /// <summary>Checks that both classes round-trip the content.</summary>
    public void Check()
    {
        if (!ourType.HasSpanPath)
            throw new InvalidOperationException($"{name} has no span path.");
        if (!ourType.ToByteArray(Ours).AsSpan().SequenceEqual(data) || !theirType.ToByteArray(Theirs).AsSpan().SequenceEqual(data))
            throw new InvalidOperationException($"{name} is not written as it was read.");
        CheckPeer();
    }

    // protobuf-net writes some defaults, and another order of map entries.
    private void CheckPeer()
    {
        var output = new ArrayBufferWriter<byte>();
        Peer?.WriteTo(output);
        if (Peer is not null && !theirType.Parse(output.WrittenSpan).Equals(Theirs))
            throw new InvalidOperationException($"protobuf-net has another content for {name}.");
    }
}
