using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>The codec of <c>string</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringCodec : IValueCodec<string>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public string Default => "";

    /// <inheritdoc/>
    public string Read(ref FieldReader reader) => reader.ReadString();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, string value) => writer.WriteString(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, string value) => writer.WriteImplicitString(tag, value);

    /// <inheritdoc/>
    public FieldCodec<string> ToFieldCodec(uint tag) => FieldCodec.ForString(tag);
}

/// <summary>The codec of <c>bytes</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesCodec : IValueCodec<ByteString>
{
    /// <inheritdoc/>
    public WireFormat.WireType WireType => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public ByteString Default => ByteString.Empty;

    /// <inheritdoc/>
    public ByteString Read(ref FieldReader reader) => reader.ReadBytes();

    /// <inheritdoc/>
    public void Write(ref FieldWriter writer, uint tag, ByteString value) => writer.WriteBytes(tag, value);

    /// <inheritdoc/>
    public void WriteImplicit(ref FieldWriter writer, uint tag, ByteString value) => writer.WriteImplicitBytes(tag, value);

    /// <inheritdoc/>
    public FieldCodec<ByteString> ToFieldCodec(uint tag) => FieldCodec.ForBytes(tag);
}
