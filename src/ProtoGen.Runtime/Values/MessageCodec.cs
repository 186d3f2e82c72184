using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of a message.</summary>
/// <typeparam name="T">The message's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MessageCodec<T> : IValueCodec<T>
    where T : class, IMessage<T>, new()
{
    private static readonly MessageParser<T> Parser = new(() => new T());

    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public T? Default => null;

    /// <inheritdoc/>
    public T Read(ref SpanReader reader)
    {
        var message = new T();
        reader.ReadMessage(message);
        return message;
    }

    /// <inheritdoc/>
    public void Write<TWriter>(ref TWriter writer, uint tag, T value)
        where TWriter : struct, IFieldWriter => writer.WriteMessage(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit<TWriter>(ref TWriter writer, uint tag, T value)
        where TWriter : struct, IFieldWriter => writer.WriteMessage(tag, value);

    /// <inheritdoc/>
    public FieldCodec<T> ToFieldCodec(uint tag) => FieldCodec.ForMessage(tag, Parser);
}
