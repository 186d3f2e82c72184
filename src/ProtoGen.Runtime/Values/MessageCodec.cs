using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of a message.</summary>
/// <typeparam name="T">The class of the message.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MessageCodec<T> : IValueCodec<T>
    where T : class, IMessage<T>, new()
{
    private static readonly MessageParser<T> Parser = new(MessageFactory<T>.Create);

    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public T? Default => null;

    /// <inheritdoc/>
    public T Read(ref FieldReader reader)
    {
        var message = MessageFactory<T>.Create();
        reader.ReadMessageValue(message);
        return message;
    }

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, T value) => writer.WriteMessage(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, T value) => writer.WriteMessage(tag, value);

    /// <inheritdoc/>
    public FieldCodec<T> ToFieldCodec(uint tag) => FieldCodec.ForMessage(tag, Parser);
}
