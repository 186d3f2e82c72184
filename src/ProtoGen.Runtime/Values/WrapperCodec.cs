using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of a wrapper message for a number or a bool, which C# represents as a nullable value.</summary>
/// <typeparam name="T">The type of the wrapped value.</typeparam>
/// <typeparam name="TCodec">The codec of the wrapped value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WrapperCodec<T, TCodec> : IValueCodec<T?>
    where T : struct
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public T? Default => null;

    /// <inheritdoc/>
    public T? Read(ref FieldReader reader) => reader.ReadWrapped<T, TCodec>();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, T? value) => writer.WriteWrapped<T, TCodec>(tag, value!.Value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, T? value)
    {
        if (value.HasValue)
            writer.WriteWrapped<T, TCodec>(tag, value.Value);
    }

    /// <inheritdoc/>
    public FieldCodec<T?> ToFieldCodec(uint tag) => FieldCodec.ForStructWrapper<T>(tag);
}
