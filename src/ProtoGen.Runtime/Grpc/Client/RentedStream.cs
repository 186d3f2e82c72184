using System.Buffers;

namespace ProtoGen.Grpc.Client;

/// <summary>A stream that collects what is written in a rented buffer.</summary>
internal sealed class RentedStream : Stream
{
    private readonly int _maxLength;
    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    /// <param name="reserved">Bytes to leave free at the start.</param>
    /// <param name="maxSize">The most that may be written, in bytes.</param>
    public RentedStream(int reserved, int maxSize)
    {
        _length = reserved;
        _maxLength = (int)Math.Min((long)reserved + maxSize, Array.MaxLength);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands over the buffer, with what is reserved and written.</summary>
    public Frame Take()
    {
        var frame = new Frame(_buffer!, _length);
        _buffer = null;
        return frame;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _maxLength - _length)
            throw ReceivedMessageTooLarge();
        if (buffer.Length > _buffer!.Length - _length)
            Grow(_length + buffer.Length);
        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    internal static RpcException ReceivedMessageTooLarge() => new(
        new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size."));

    protected override void Dispose(bool disposing)
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
        base.Dispose(disposing);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(size, _buffer!.Length * 2L), Array.MaxLength));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
