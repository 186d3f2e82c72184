using System.Buffers;
using System.Buffers.Binary;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.Client;

/// <summary>Serializes a message straight into its frame.</summary>
internal sealed class FrameWriter : SerializationContext, IBufferWriter<byte>
{
    // Where the length of a message isn't announced: small messages fit.
    private const int FirstSize = 1024 - Frame.HeaderSize;

    [ThreadStatic]
    private static FrameWriter? t_cached;

    private byte[]? _buffer;
    private int _length;
    private int? _maxPayload;
    private bool _isComplete;

    private FrameWriter()
    {
    }

    /// <summary>Makes the frame of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="serializer">Writes it.</param>
    /// <param name="compression">Compresses the payload; null to leave it as it is.</param>
    /// <param name="maxPayload">The largest payload allowed, before compression; null for any.</param>
    /// <exception cref="RpcException">The payload is too large.</exception>
    public static Frame Write<T>(
        T message, Action<T, SerializationContext> serializer, ICompressionProvider? compression, int? maxPayload)
    {
        // A serializer that makes a call of its own finds the slot empty and gets a writer of its own.
        var writer = t_cached ?? new FrameWriter();
        t_cached = null;
        try
        {
            writer._maxPayload = maxPayload;
            serializer(message, writer);
            return writer.TakeFrame(compression);
        }
        finally
        {
            writer.Reset();
            t_cached = writer;
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckSize(payloadLength);
        Reserve(payloadLength);
    }

    public override IBufferWriter<byte> GetBufferWriter() => this;

    public override void Complete() => _isComplete = true;

    public override void Complete(byte[] payload)
    {
        CheckSize(payload.Length);
        Reserve(payload.Length);
        payload.CopyTo(_buffer.AsSpan(_length));
        _length += payload.Length;
        _isComplete = true;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(_buffer is null ? Math.Max(sizeHint, FirstSize) : Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(_buffer is null ? Math.Max(sizeHint, FirstSize) : Math.Max(sizeHint, 1));
        return _buffer.AsSpan(_length);
    }

    private void Reserve(int size)
    {
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(Frame.HeaderSize + size);
            _length = Frame.HeaderSize;
        }
        else if (_buffer.Length - _length < size)
        {
            var doubled = (int)Math.Min(_buffer.Length * 2L, Array.MaxLength);
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + size, doubled));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }

    private Frame TakeFrame(ICompressionProvider? compression)
    {
        if (!_isComplete)
            throw new InvalidOperationException("Serialization did not return a payload.");
        Reserve(0);
        var frame = new Frame(_buffer!, _length);
        CheckSize(frame.Length - Frame.HeaderSize);
        if (compression is null)
        {
            WriteHeader(frame, isCompressed: false);
            _buffer = null;
            return frame;
        }
        var compressed = PayloadCompression.Compress(frame, compression);
        WriteHeader(compressed, isCompressed: true);
        return compressed;
    }

    private void CheckSize(int payload)
    {
        if (payload > _maxPayload)
        {
            throw new RpcException(
                new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }

    private void Reset()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
        _length = 0;
        _isComplete = false;
    }

    private static void WriteHeader(Frame frame, bool isCompressed)
    {
        frame.Buffer[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.Buffer.AsSpan(1), frame.Length - Frame.HeaderSize);
    }
}
