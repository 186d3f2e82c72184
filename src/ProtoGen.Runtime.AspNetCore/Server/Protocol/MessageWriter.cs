using System.Buffers;
using System.IO.Pipelines;
using ProtoGen.Grpc.AspNetCore.Server.Calls;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>
/// Puts messages into a response's body. Messages go straight into the body's pipe: whole, so that a failure half way leaves
/// nothing behind, or piece by piece if they are large. Those that are compressed, or written in pieces, are collected first.
/// </summary>
internal sealed class MessageWriter : SerializationContext, IBufferWriter<byte>
{
    // Beyond this the pipe's own segments serve better than one piece of memory of the message's length.
    private const int MaxContiguousLength = 1024 * 1024;

    // Where the length of a message isn't announced: small messages fit.
    private const int UsualLength = 512;

    // Written but not flushed: where a stream that asks to wait for more messages is flushed after all.
    private const int MaxUnflushed = 64 * 1024;

    // What is kept of the memory for collecting, between calls.
    private const int MaxKept = 64 * 1024;

    private ArrayBufferWriter<byte> _collected = new();
    private PipeWriter _body = null!;
    private CallSettings _settings = null!;
    private ICompressionProvider? _compression;
    private Target _target;
    private Memory<byte> _frame;
    private int? _length;
    private int _written;
    private bool _compress;
    private int _unflushed;

    private enum Target
    {
        None,
        Collected,
        Frame,
        Body,
        Done,
    }

    /// <summary>Whether anything has gone into the response, so that a status must follow as trailers.</summary>
    public bool HasStarted { get; set; }

    /// <summary>Whether a message was left half written, which nothing can follow.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether so much waits for a flush that it can't be put off.</summary>
    public bool MustFlush => _unflushed > MaxUnflushed;

    public void Begin(PipeWriter body, CallSettings settings)
    {
        _body = body;
        _settings = settings;
    }

    /// <summary>Sets what messages are compressed with; the response's <c>grpc-encoding</c> must say so.</summary>
    public void UseCompression(ICompressionProvider compression) => _compression = compression;

    public void End()
    {
        _body = null!;
        _compression = null;
        _unflushed = 0;
        HasStarted = IsBroken = false;
        if (_collected.Capacity > MaxKept)
            _collected = new ArrayBufferWriter<byte>();
    }

    /// <summary>Writes a message, which goes out with the next flush or with the end of the response.</summary>
    /// <exception cref="RpcException">The message is too large.</exception>
    public void Write<TMessage>(TMessage message, Action<TMessage, SerializationContext> serializer, bool allowCompression)
    {
        ServerCounters.Log.MessageSent();
        _compress = allowCompression && _compression is not null;
        _target = Target.None;
        _written = 0;
        _length = null;
        try
        {
            serializer(message, this);
            if (_target != Target.Done)
                throw new InvalidOperationException("The serializer did not complete the message.");
        }
        finally
        {
            IsBroken |= _target == Target.Body;
            _frame = default;
            _collected.ResetWrittenCount();
        }
    }

    public ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken)
    {
        _unflushed = 0;
        return _body.FlushAsync(cancellationToken);
    }

    public override void SetPayloadLength(int payloadLength)
    {
        if (_target != Target.None)
            throw new InvalidOperationException("The length is to be set before anything is written.");
        CheckSize(payloadLength);
        if (_compress)
            return;
        _length = payloadLength;
        if (payloadLength <= MaxContiguousLength)
        {
            Open(payloadLength);
        }
        else
        {
            _target = Target.Body;
            WritePrefix(isCompressed: false, payloadLength);
        }
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_target == Target.None && _compress)
            _target = Target.Collected;
        else if (_target == Target.None)
            Open(UsualLength);
        return this;
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (_target is Target.None)
        {
            CheckSize(payload.Length);
            WriteCollected(payload);
            _target = Target.Done;
        }
        else
        {
            GetBufferWriter().Write(payload);
            Complete();
        }
    }

    public override void Complete()
    {
        switch (_target)
        {
            case Target.None or Target.Collected:
                CheckSize(_collected.WrittenCount);
                CheckWritten();
                WriteCollected(_collected.WrittenSpan);
                break;
            case Target.Frame:
                CheckSize(_written);
                CheckWritten();
                MessagePrefix.Write(_frame.Span, isCompressed: false, _written);
                Advance(_body, MessagePrefix.Size + _written);
                break;
            case Target.Body:
                CheckWritten();
                break;
            case Target.Done:
                throw new InvalidOperationException("The message is complete already.");
        }
        _target = Target.Done;
    }

    void IBufferWriter<byte>.Advance(int count)
    {
        _written += count;
        if (_target == Target.Body)
            Advance(_body, count);
        else if (_target == Target.Collected)
            _collected.Advance(count);
        else if (_written > _frame.Length - MessagePrefix.Size)
            throw new InvalidOperationException("More was written than there was room for.");
    }

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        if (_target == Target.Frame && !HasRoom(Math.Max(sizeHint, 1)))
            MakeRoom(sizeHint);
        return _target switch
        {
            Target.Frame => _frame[(MessagePrefix.Size + _written)..],
            Target.Body => _body.GetMemory(sizeHint),
            Target.Collected => _collected.GetMemory(sizeHint),
            _ => throw new InvalidOperationException("The message is complete already."),
        };
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => ((IBufferWriter<byte>)this).GetMemory(sizeHint).Span;

    private void Open(int payloadLength)
    {
        _target = Target.Frame;
        _frame = _body.GetMemory(MessagePrefix.Size + payloadLength);
    }

    private bool HasRoom(int size) => _frame.Length - MessagePrefix.Size - _written >= size;

    /// <summary>Takes larger memory while nothing is written; otherwise goes on in memory that can grow.</summary>
    private void MakeRoom(int size)
    {
        if (_written == 0)
        {
            Open(size);
            return;
        }
        _collected.Write(_frame.Span.Slice(MessagePrefix.Size, _written));
        _target = Target.Collected;
    }

    private void WriteCollected(ReadOnlySpan<byte> payload)
    {
        if (_compress)
        {
            var compressed = new ArrayBufferWriter<byte>();
            using (var stream = _compression!.CreateCompressionStream(
                new BufferWriterStream(compressed), _settings.ResponseCompressionLevel))
            {
                stream.Write(payload);
            }
            payload = compressed.WrittenSpan;
        }
        WritePrefix(_compress, payload.Length);
        _body.Write(payload);
        _unflushed += payload.Length;
    }

    private void WritePrefix(bool isCompressed, int length)
    {
        MessagePrefix.Write(_body.GetSpan(MessagePrefix.Size), isCompressed, length);
        Advance(_body, MessagePrefix.Size);
    }

    private void Advance(PipeWriter body, int count)
    {
        HasStarted = true;
        _unflushed += count;
        body.Advance(count);
    }

    private void CheckSize(int length)
    {
        if (length > _settings.MaxSendMessageSize)
        {
            throw new RpcException(
                new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }

    private void CheckWritten()
    {
        if (_length is { } length && _written != length)
        {
            throw new InvalidOperationException(
                $"The serializer set a length of {length} bytes and wrote {_written}.");
        }
    }
}
