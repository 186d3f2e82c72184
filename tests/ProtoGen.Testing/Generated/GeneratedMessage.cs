using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Testing.Generated;

/// <summary>A generated class with the calls that user code makes.</summary>
public abstract class GeneratedMessage
{
    /// <summary>Gets the full name of the class.</summary>
    public abstract string Name { get; }

    /// <summary>Gets Google.Protobuf's parser, which uses the general path.</summary>
    public abstract MessageParser Parser { get; }

    /// <summary>Gets the descriptor of the class.</summary>
    public MessageDescriptor Descriptor => Parser.ParseFrom(Array.Empty<byte>()).Descriptor;

    /// <summary>Gets whether the class has the members of the span path.</summary>
    public abstract bool HasSpanPath { get; }

    public abstract IMessage Parse(ReadOnlySpan<byte> data);

    public abstract IMessage Parse(in ReadOnlySequence<byte> data);

    public abstract byte[] ToByteArray(IMessage message);

    public abstract void WriteTo(IMessage message, Span<byte> output);

    public abstract void WriteTo(IMessage message, IBufferWriter<byte> output);

    public abstract IMessage Clone(IMessage message);

    public abstract void MergeFrom(IMessage message, IMessage other);

    internal static GeneratedMessage Of(Type type) =>
        (GeneratedMessage)Activator.CreateInstance(typeof(GeneratedMessage<>).MakeGenericType(type))!;
}
