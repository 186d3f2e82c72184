using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ProtoGen.Grpc.AspNetCore.Server.Calls;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>
/// Takes messages out of a request's body. What the body's pipe gives is held until all whole messages in it are taken, so a
/// burst of small messages costs one read.
/// </summary>
internal sealed class MessageReader : DeserializationContext
{
    private PipeReader? _body;
    private CallSettings _settings = null!;
    private string? _encoding;
    private ICompressionProvider? _compression;
    private ReadOnlySequence<byte> _held;
    private bool _isHolding;
    private bool _isLast;
    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    public void Begin(PipeReader body, CallSettings settings)
    {
        _body = body;
        _settings = settings;
    }

    /// <summary>Sets what messages with the flag "compressed" are compressed with. An algorithm that is unknown here matters with the first of them.</summary>
    public void UseEncoding(string encoding)
    {
        _encoding = encoding;
        if (encoding != CallSettings.IdentityEncoding)
            _compression = _settings.FindCompression(encoding);
    }

    /// <summary>Lets go of the body.</summary>
    public void End()
    {
        if (_isHolding)
            _body!.AdvanceTo(_held.Start);
        _body = null;
        _compression = null;
        _encoding = null;
        _held = default;
        _payload = default;
        _isHolding = _isLast = false;
    }

    /// <summary>Moves to the next message if all of it has come already; it is the payload then.</summary>
    /// <exception cref="RpcException">The bytes are no message, or the message is too large.</exception>
    public bool TryMoveNext() => _isHolding && TryTake();

    /// <summary>Whether the stream has ended, after <see cref="TryMoveNext"/> found no message.</summary>
    /// <exception cref="RpcException">It has ended within a message.</exception>
    public bool IsAtEnd() =>
        _isHolding && _isLast && (_held.IsEmpty ? true : throw Malformed("Incomplete message."));

    /// <summary>Reads on; the result is to be given to <see cref="Append"/>.</summary>
    /// <exception cref="InvalidOperationException">The call is over.</exception>
    public ValueTask<ReadResult> FillAsync(CancellationToken cancellationToken)
    {
        var body = _body ?? throw new InvalidOperationException("Can't read messages after the request is complete.");
        if (_isHolding)
        {
            _isHolding = false;
            body.AdvanceTo(_held.Start, _held.End);
        }
        return body.ReadAsync(cancellationToken);
    }

    /// <summary>Takes in what was read.</summary>
    public void Append(in ReadResult result)
    {
        _held = result.Buffer;
        _isHolding = true;
        _isLast = result.IsCompleted;
        if (result.IsCanceled)
            throw new OperationCanceledException("The request was cancelled.");
    }

    /// <summary>Reads the request of a call that takes one.</summary>
    /// <exception cref="RpcException">There is none, or there are several, or it is not what it should be.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TMessage> ReadSingleAsync<TMessage>(Func<DeserializationContext, TMessage> deserializer)
        where TMessage : class
    {
        TMessage? message = null;
        while (true)
        {
            while (TryMoveNext())
            {
                if (message is not null)
                    throw Cardinality.SeveralRequests;
                message = Deserialize(deserializer);
            }
            if (IsAtEnd())
                return message ?? throw Cardinality.NoRequest;
            Append(await FillAsync(default));
        }
    }

    /// <summary>The payload as a message.</summary>
    /// <exception cref="RpcException">The payload is not what it should be.</exception>
    public TMessage Deserialize<TMessage>(Func<DeserializationContext, TMessage> deserializer)
    {
        ServerCounters.Log.MessageReceived();
        try
        {
            return deserializer(this);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            var message = ErrorMessages.Build("Failed to deserialize the request.", exception, _settings.EnableDetailedErrors);
            throw new RpcException(new Status(StatusCode.Internal, message, exception));
        }
        finally
        {
            _payload = default;
        }
    }

    private bool TryTake()
    {
        if (!MessagePrefix.TryRead(_held, out var flags, out var length))
            return false;
        if (flags > MessagePrefix.Compressed)
            throw Malformed($"The request has a message with the unknown flags 0x{flags:X2}.");
        if (flags == MessagePrefix.Compressed && _compression is null)
            throw NoCompression();
        if (length > (uint)_settings.MaxReceiveMessageSize)
            throw new RpcException(MessageDecompression.TooLarge);
        if (_held.Length - MessagePrefix.Size < length)
            return false;
        _payload = _held.Slice(MessagePrefix.Size, length);
        _held = _held.Slice(_payload.End);
        if (flags == MessagePrefix.Compressed)
            _payload = MessageDecompression.Decompress(_payload, _compression!, _settings.MaxReceiveMessageSize);
        return true;
    }

    private RpcException NoCompression() => _encoding switch
    {
        null => Malformed("Request did not include grpc-encoding value with compressed message."),
        CallSettings.IdentityEncoding => Malformed("Request sent 'identity' grpc-encoding value with compressed message."),
        _ => new UnsupportedEncodingException(_encoding, _settings.AcceptEncoding),
    };

    private static RpcException Malformed(string detail) => new(new Status(StatusCode.Internal, detail));
}
