using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

public unsafe partial struct SpanReader
{
    /// <inheritdoc/>
    // Inlined so that where the class is known, neither the test is left nor an indirect call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadMessage(IMessage message)
    {
        if (message is ISpanMessage own)
        {
            var rest = Enter();
            own.MergeFrom(ref this);
            Leave(rest);
        }
        else
        {
            ReadForeignMessage(message);
        }
    }

    /// <inheritdoc/>
    public void ReadGroup(uint startTag, IMessage message)
    {
        if (_depth >= RecursionLimit || message is not ISpanMessage own)
        {
            HandOver();
            return;
        }
        _depth++;
        own.MergeFrom(ref this);
        if (!Next(startTag + 1))
            HandOver();
        _depth--;
    }

    /// <inheritdoc/>
    public T ReadValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T> => default(TCodec).Read(ref this);

    /// <summary>Reads the value inside a wrapper message such as <c>google.protobuf.Int32Value</c>.</summary>
    internal T ReadWrapped<T, TCodec>()
        where TCodec : struct, IValueCodec<T>
    {
        var rest = Enter();
        var value = default(TCodec).Default!;
        var tag = WireFormat.MakeTag(1, default(TCodec).WireType);
        while (_position < _end)
        {
            if (!Next(tag))
                HandOver();
            value = default(TCodec).Read(ref this);
        }
        Leave(rest);
        return value;
    }

    /// <summary>Reads a message of a class that something else generated.</summary>
    private void ReadForeignMessage(IMessage message)
    {
        if (TryReadWellKnown(message))
            return;
        var length = ReadLength();
        ForeignMessage.MergeFrom(message, new ReadOnlySpan<byte>(_position, length), _depth + 1);
        _position += length;
    }

    private int Enter()
    {
        var length = ReadLength();
        if (_depth >= RecursionLimit)
            HandOver();
        _depth++;
        var rest = (int)(_end - _position) - length;
        _end = _position + length;
        return rest;
    }

    private void Leave(int rest)
    {
        if (_position != _end)
            HandOver();
        _end += rest;
        _depth--;
    }
}
