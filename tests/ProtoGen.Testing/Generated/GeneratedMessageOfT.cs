using System.Buffers;
using System.Reflection;
using Google.Protobuf;
using ProtoGen.Runtime;

namespace ProtoGen.Testing.Generated;

/// <summary>Binds to the members of a class, or else to the extension methods that a call would bind to.</summary>
public sealed class GeneratedMessage<T> : GeneratedMessage
    where T : class, IMessage<T>
{
    private static readonly MessageParser<T> TypedParser =
        (MessageParser<T>)typeof(T).GetProperty("Parser", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private readonly ParseSpan _parse = Bind<ParseSpan>("ParseFrom", typeof(ReadOnlySpan<byte>)) ?? (data => TypedParser.ParseFrom(data));

    private readonly ParseSequence _parseSequence =
        Bind<ParseSequence>("ParseFrom", typeof(ReadOnlySequence<byte>).MakeByRefType())
        ?? ((in ReadOnlySequence<byte> data) => TypedParser.ParseFrom(data));

    public delegate T ParseSpan(ReadOnlySpan<byte> data);

    public delegate T ParseSequence(in ReadOnlySequence<byte> data);

    public override string Name => typeof(T).FullName!;

    public override MessageParser Parser => TypedParser;

    public override bool HasSpanPath => typeof(Message).IsAssignableFrom(typeof(T));

    public override IMessage Parse(ReadOnlySpan<byte> data) => _parse(data);

    public override IMessage Parse(in ReadOnlySequence<byte> data) => _parseSequence(data);

    public override byte[] ToByteArray(IMessage message) => message is Message derived ? derived.ToByteArray() : message.ToByteArray();

    public override void WriteTo(IMessage message, Span<byte> output)
    {
        if (message is Message derived) derived.WriteTo(output);
        else message.WriteTo(output);
    }

    public override void WriteTo(IMessage message, IBufferWriter<byte> output)
    {
        if (message is Message derived) derived.WriteTo(output);
        else message.WriteTo(output);
    }

    public override IMessage Clone(IMessage message) => ((T)message).Clone();

    public override void MergeFrom(IMessage message, IMessage other) => ((T)message).MergeFrom((T)other);

    private static TDelegate? Bind<TDelegate>(string name, params Type[] parameters)
        where TDelegate : Delegate =>
        (TDelegate?)typeof(T).GetMethod(
            name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy, parameters)
            ?.CreateDelegate(typeof(TDelegate));
}
