using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of an enum.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumCodec<T> : IVarintCodec<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.Varint;

    /// <inheritdoc/>
    public T Default => default;

    /// <inheritdoc/>
    public T Read(ref FieldReader reader) => From(reader.ReadEnum());

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, T value) => writer.WriteEnum(tag, To(value));

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, T value) => writer.WriteImplicitEnum(tag, To(value));

    /// <inheritdoc/>
    public FieldCodec<T> ToFieldCodec(uint tag) => FieldCodec.ForEnum(tag, To, From);

    /// <inheritdoc/>
    public ulong ToVarint(T value) => (ulong)(long)To(value);

    /// <inheritdoc/>
    public T FromVarint(ulong value) => From((int)value);

    // The underlying type of every generated enum is int.
    private static int To(T value) => Unsafe.As<T, int>(ref value);

    private static T From(int value) => Unsafe.As<int, T>(ref value);
}
