using Google.Protobuf;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>Writes the unknown fields of a message.</summary>
    internal void WriteUnknown(UnknownFieldSet fields)
    {
        if (_mode == WriterMode.Hash)
        {
            Mix(0, (uint)fields.GetHashCode());
            return;
        }
        if (IsStream)
        {
            Flush();
            if (UnknownFieldOrder.Find(fields) is { } order)
                WriteRaw(ref Context, order.Bytes);
            else
                fields.WriteTo(ref Context);
            return;
        }
        var size = fields.CalculateSize();
        if (!Reserve(size))
            return;
        UnknownFields.WriteTo(fields, new Span<byte>(_position, size));
        _position += size;
    }

    /// <summary>Writes the extension fields of a message.</summary>
    public void WriteExtensions<T>(ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T>
    {
        if (extensions == null)
            return;
        if (_mode == WriterMode.Hash)
        {
            Mix(0, (uint)extensions.GetHashCode());
            return;
        }
        if (IsStream)
        {
            Flush();
            extensions.WriteTo(ref Context);
            return;
        }
        // Extensions written outside the context would need separate memory.
        if (_mode is WriterMode.Draft or WriterMode.Direct)
            Abandon();
        var size = extensions.CalculateSize();
        if (!IsComplete)
        {
            Reserve(size);
            return;
        }
        var bytes = new byte[size];
        var output = new CodedOutputStream(bytes);
        extensions.WriteTo(output);
        output.Flush();
        WriteRaw(bytes);
    }

    private void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        if (IsStream)
        {
            Flush();
            WriteRaw(ref Context, bytes);
            return;
        }
        if (!Reserve(bytes.Length))
            return;
        bytes.CopyTo(new Span<byte>(_position, bytes.Length));
        _position += bytes.Length;
    }
}
