using System.Buffers;
using ProtoBuf;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>A message of the class that protobuf-net's own generator generates.</summary>
internal abstract class PeerMessage
{
    public abstract object Parse(ReadOnlySpan<byte> data);

    public abstract void WriteTo(IBufferWriter<byte> output);

    public static PeerMessage Of(Type type, ReadOnlySpan<byte> data)
    {
        var message = (PeerMessage)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type))!;
        message.SetContent(data);
        return message;
    }

    protected abstract void SetContent(ReadOnlySpan<byte> data);

    private sealed class Typed<T> : PeerMessage
        where T : class
    {
        private T? _content;

        public override object Parse(ReadOnlySpan<byte> data) => Serializer.Deserialize<T>(data);

        public override void WriteTo(IBufferWriter<byte> output) => Serializer.Serialize(output, _content);

        protected override void SetContent(ReadOnlySpan<byte> data) => _content = Serializer.Deserialize<T>(data);
    }
}
