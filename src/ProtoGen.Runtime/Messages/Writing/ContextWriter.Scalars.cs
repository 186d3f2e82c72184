using Google.Protobuf;

namespace ProtoGen.Messages;

public readonly unsafe partial struct ContextWriter
{
    /// <inheritdoc/>
    public void WriteInt32(uint tag, int value)
    {
        Context.WriteTag(tag);
        Context.WriteInt32(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitInt32(uint tag, int value)
    {
        if (value != 0)
            WriteInt32(tag, value);
    }

    /// <inheritdoc/>
    public void WriteInt64(uint tag, long value)
    {
        Context.WriteTag(tag);
        Context.WriteInt64(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitInt64(uint tag, long value)
    {
        if (value != 0)
            WriteInt64(tag, value);
    }

    /// <inheritdoc/>
    public void WriteUInt32(uint tag, uint value)
    {
        Context.WriteTag(tag);
        Context.WriteUInt32(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitUInt32(uint tag, uint value)
    {
        if (value != 0)
            WriteUInt32(tag, value);
    }

    /// <inheritdoc/>
    public void WriteUInt64(uint tag, ulong value)
    {
        Context.WriteTag(tag);
        Context.WriteUInt64(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitUInt64(uint tag, ulong value)
    {
        if (value != 0)
            WriteUInt64(tag, value);
    }

    /// <inheritdoc/>
    public void WriteSInt32(uint tag, int value)
    {
        Context.WriteTag(tag);
        Context.WriteSInt32(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitSInt32(uint tag, int value)
    {
        if (value != 0)
            WriteSInt32(tag, value);
    }

    /// <inheritdoc/>
    public void WriteSInt64(uint tag, long value)
    {
        Context.WriteTag(tag);
        Context.WriteSInt64(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitSInt64(uint tag, long value)
    {
        if (value != 0)
            WriteSInt64(tag, value);
    }

    /// <inheritdoc/>
    public void WriteFixed32(uint tag, uint value)
    {
        Context.WriteTag(tag);
        Context.WriteFixed32(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitFixed32(uint tag, uint value)
    {
        if (value != 0)
            WriteFixed32(tag, value);
    }

    /// <inheritdoc/>
    public void WriteFixed64(uint tag, ulong value)
    {
        Context.WriteTag(tag);
        Context.WriteFixed64(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitFixed64(uint tag, ulong value)
    {
        if (value != 0)
            WriteFixed64(tag, value);
    }

    /// <inheritdoc/>
    public void WriteSFixed32(uint tag, int value)
    {
        Context.WriteTag(tag);
        Context.WriteSFixed32(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitSFixed32(uint tag, int value)
    {
        if (value != 0)
            WriteSFixed32(tag, value);
    }

    /// <inheritdoc/>
    public void WriteSFixed64(uint tag, long value)
    {
        Context.WriteTag(tag);
        Context.WriteSFixed64(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitSFixed64(uint tag, long value)
    {
        if (value != 0)
            WriteSFixed64(tag, value);
    }

    /// <inheritdoc/>
    public void WriteFloat(uint tag, float value)
    {
        Context.WriteTag(tag);
        Context.WriteFloat(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitFloat(uint tag, float value)
    {
        if (value != 0)
            WriteFloat(tag, value);
    }

    /// <inheritdoc/>
    public void WriteDouble(uint tag, double value)
    {
        Context.WriteTag(tag);
        Context.WriteDouble(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitDouble(uint tag, double value)
    {
        if (value != 0)
            WriteDouble(tag, value);
    }

    /// <inheritdoc/>
    public void WriteBool(uint tag, bool value)
    {
        Context.WriteTag(tag);
        Context.WriteBool(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitBool(uint tag, bool value)
    {
        if (value)
            WriteBool(tag, value);
    }

    /// <inheritdoc/>
    public void WriteEnum(uint tag, int value)
    {
        Context.WriteTag(tag);
        Context.WriteEnum(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitEnum(uint tag, int value)
    {
        if (value != 0)
            WriteEnum(tag, value);
    }

    /// <inheritdoc/>
    public void WriteString(uint tag, string value)
    {
        Context.WriteTag(tag);
        Context.WriteString(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitString(uint tag, string value)
    {
        if (value.Length != 0)
            WriteString(tag, value);
    }

    /// <inheritdoc/>
    public void WriteBytes(uint tag, ByteString value)
    {
        Context.WriteTag(tag);
        Context.WriteBytes(value);
    }

    /// <inheritdoc/>
    public void WriteImplicitBytes(uint tag, ByteString value)
    {
        if (value.Length != 0)
            WriteBytes(tag, value);
    }
}
