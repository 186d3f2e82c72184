namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>A stream that returns at most a few bytes at a time, as network streams do, so that fields cross the ends of buffers.</summary>
internal sealed class SmallReadStream(byte[] data, int most) : MemoryStream(data)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
}
