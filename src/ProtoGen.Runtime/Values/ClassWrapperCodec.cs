using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of a wrapper message for a string or bytes, which C# represents as a nullable reference.</summary>
/// <typeparam name="T">The type of the wrapped value.</typeparam>
/// <typeparam name="TCodec">The codec of the wrapped value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ClassWrapperCodec<T, TCodec> : IValueCodec<T>
    where T : class
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public T? Default => null;

    /// <inheritdoc/>
    public T Read(ref FieldReader reader) => reader.ReadWrapped<T, TCodec>();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, T value) => writer.WriteWrapped<T, TCodec>(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, T value)
    {
        if (value != null)
            writer.WriteWrapped<T, TCodec>(tag, value);
    }

    /// <inheritdoc/>
    public FieldCodec<T> ToFieldCodec(uint tag) => FieldCodec.ForClassWrapper<T>(tag);
}
