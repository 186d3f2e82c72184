using System.Buffers;
using System.Buffers.Binary;

namespace ProtoGen.Benchmarks.Grpc.Floor;

/// <summary>Cuts a response body into messages.</summary>
internal sealed class FrameReader(Stream body) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _start;
    private int _end;
    private int _payload;

    /// <summary>The message found last.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan(_start - _payload, _payload);

    public async ValueTask<bool> MoveNextAsync()
    {
        while (!TryTake())
        {
            MakeRoom();
            var read = await body.ReadAsync(_buffer.AsMemory(_end));
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private bool TryTake()
    {
        if (_end - _start < FrameFormat.HeaderSize)
            return false;
        var length = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start + 1));
        if (_end - _start < FrameFormat.HeaderSize + length)
            return false;
        _payload = length;
        _start += FrameFormat.HeaderSize + length;
        return true;
    }

    private void MakeRoom()
    {
        var target = _buffer;
        if (_end - _start >= FrameFormat.HeaderSize)
        {
            var length = FrameFormat.HeaderSize + BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start + 1));
            if (length > _buffer.Length)
                target = ArrayPool<byte>.Shared.Rent(length);
        }
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        if (target != _buffer)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
        _end -= _start;
        _start = 0;
    }
}
