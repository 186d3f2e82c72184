using System.Buffers;
using System.Buffers.Binary;

namespace ProtoGen.Grpc.Client;

/// <summary>
/// Cuts a response body into messages, and lets a deserializer read each where it lies. Not for use by two readers at once.
/// </summary>
internal sealed class MessageReader : DeserializationContext
{
    /// <summary>A length that a peer merely claims costs no more memory than this before its bytes come.</summary>
    private const int LargestLeap = 1024 * 1024;

    [ThreadStatic]
    private static MessageReader? t_spare;

    private Stream _body = Stream.Null;
    private int? _maxSize;
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _frameLength;
    private bool _hasMessage;
    private ArraySegment<byte> _payload;

    private MessageReader()
    {
    }

    public override int PayloadLength => _payload.Count;

    /// <summary>Whether the current message's payload is compressed.</summary>
    public bool IsCompressed { get; private set; }

    /// <summary>The current message's payload, in place until the next one is asked for.</summary>
    public ArraySegment<byte> Payload => new(_buffer, _start + Frame.HeaderSize, _frameLength - Frame.HeaderSize);

    /// <summary>A reader of a body.</summary>
    /// <param name="body">The response body.</param>
    /// <param name="maxSize">The largest payload allowed, in bytes; null for any.</param>
    public static MessageReader Rent(Stream body, int? maxSize)
    {
        var reader = t_spare ?? new MessageReader();
        t_spare = null;
        reader._body = body;
        reader._maxSize = maxSize;
        reader._buffer = ArrayPool<byte>.Shared.Rent(4096);
        reader._start = reader._end = 0;
        reader._frameLength = Frame.HeaderSize;
        reader._hasMessage = false;
        return reader;
    }

    /// <summary>Moves to the next message if all of it has come already.</summary>
    /// <exception cref="InvalidDataException">The body is not a sequence of messages.</exception>
    /// <exception cref="RpcException">The message is too large.</exception>
    public bool TryMoveNext()
    {
        // After a message this skips it; before the first one there is nothing to skip.
        if (_hasMessage)
        {
            _start += _frameLength;
            _frameLength = Frame.HeaderSize;
            _hasMessage = false;
        }
        return TryParse();
    }

    /// <summary>Reads on after <see cref="TryMoveNext"/> found no message; its result is to be given to <see cref="Append"/>.</summary>
    public ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        return _body.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
    }

    /// <summary>Takes in what was read, in bytes.</summary>
    /// <returns>False at the end of the body.</returns>
    /// <exception cref="InvalidDataException">The body ends within a message.</exception>
    public bool Append(int read)
    {
        if (read == 0)
            return _end == _start ? false : throw Truncated();
        _end += read;
        return true;
    }

    /// <summary>Turns a payload, the current one or what it decompresses to, into a message.</summary>
    public T Deserialize<T>(ArraySegment<byte> payload, Func<DeserializationContext, T> deserializer)
    {
        _payload = payload;
        return deserializer(this);
    }

    public override byte[] PayloadAsNewBuffer() => _payload.AsSpan().ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(_payload.Array!, _payload.Offset, _payload.Count);

    /// <summary>Gives the reader and its buffer back, to be rented for another body.</summary>
    public void Return()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _payload = ArraySegment<byte>.Empty;
        _body = Stream.Null;
        t_spare = this;
    }

    private bool TryParse()
    {
        var available = _buffer.AsSpan(_start, _end - _start);
        if (available.Length < Frame.HeaderSize)
            return false;
        var flag = available[0];
        if (flag > 1)
            throw new InvalidDataException("Unexpected compressed flag value in message header.");
        var length = BinaryPrimitives.ReadUInt32BigEndian(available[1..]);
        if (length > (_maxSize ?? Array.MaxLength - Frame.HeaderSize))
            throw RentedStream.ReceivedMessageTooLarge();
        IsCompressed = flag == 1;
        _frameLength = Frame.HeaderSize + (int)length;
        _hasMessage = available.Length >= _frameLength;
        return _hasMessage;
    }

    private void MakeRoom()
    {
        if (_start == _end)
            _start = _end = 0;
        if (_end < _buffer.Length && _buffer.Length - _start >= _frameLength)
            return;
        var target = _buffer;
        if (_frameLength > _buffer.Length)
            target = ArrayPool<byte>.Shared.Rent((int)Math.Min(_frameLength, Math.Max(LargestLeap, _buffer.Length * 2L)));
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        _end -= _start;
        _start = 0;
        if (target == _buffer)
            return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
    }

    private InvalidDataException Truncated() => new(
        _end - _start < Frame.HeaderSize
            ? "Unexpected end of content while reading the message header."
            : "Unexpected end of content while reading the message content.");
}
