using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>
    /// Reads a length-delimited message, merges it into <paramref name="message"/> and goes on to the next field.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadMessage(IMessage message)
    {
        if (_context == null && message is Message own)
        {
            var rest = EnterMessage();
            own._Read(ref this);
            LeaveMessage(rest);
        }
        else
        {
            ReadOtherMessage(message);
            Advance();
        }
    }

    /// <summary>Reads a length-delimited message and merges it into <paramref name="message"/>.</summary>
    // Inlined: where the class is known, the type test disappears and the call becomes direct.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ReadMessageValue(IMessage message)
    {
        if (_context == null && message is Message own)
        {
            var rest = EnterMessage();
            own._Read(ref this);
            Leave(rest);
        }
        else
        {
            ReadOtherMessage(message);
        }
    }

    /// <summary>If the next field has this tag, reads one or more messages with the tag into a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadMessages<T>(uint tag, RepeatedField<T> field)
        where T : class, IMessage<T>, new()
    {
        if (_tag != tag)
            return;
        ReadElements(tag, field);
        Advance();
    }

    private void ReadElements<T>(uint tag, RepeatedField<T> field)
        where T : class, IMessage<T>, new()
    {
        if (_context != null || !RepeatedFieldAccess<T>.TryReserve(field, CountDelimited(tag), out var free))
        {
            for (var added = MessageFactory<T>.Create(); ; added = New(added))
            {
                ReadMessageValue(added);
                field.Add(added);
                if (!Next(tag))
                    return;
            }
        }
        // The count grows with each element, so that malformed input does not leave null elements.
        ref var count = ref RepeatedFieldAccess<T>.CountOf(field);
        var element = MessageFactory<T>.Create();
        for (var i = 0; ; element = New(element))
        {
            ReadMessageValue(element);
            free[i] = element;
            count++;
            if (++i == free.Length)
                return;
            Next(tag);
        }
    }

    /// <summary>Creates a message of the type of another one, which is faster than by a type parameter.</summary>
    private static T New<T>(T other)
        where T : class, IMessage<T>, new() => other is Message own ? Unsafe.As<T>(own._New()) : MessageFactory<T>.Create();

    /// <summary>Reads a group, merges it into <paramref name="message"/> and goes on to the next field.</summary>
    public void ReadGroup(uint startTag, IMessage message)
    {
        if (_context != null)
            ReadContextGroup(startTag, message);
        else if (message is Message own)
            ReadOwnGroup(startTag, own);
        else
            ReadForeignGroup(startTag, message);
        Advance();
    }

    private void ReadOwnGroup(uint startTag, Message message)
    {
        if (_depth >= RecursionLimit)
            HandOver();
        _depth++;
        Advance();
        message._Read(ref this);
        if (ReadTag() != startTag + 1)
            HandOver();
        _depth--;
    }

    /// <summary>Reads a value whose type only the codec knows, such as the nullable value of a wrapper message.</summary>
    public T ReadValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T> =>
        _context == null ? default(TCodec).Read(ref this) : ReadContextValue<T, TCodec>();

    /// <summary>Reads the value inside a wrapper message such as <c>google.protobuf.Int32Value</c>.</summary>
    internal T ReadWrapped<T, TCodec>()
        where TCodec : struct, IValueCodec<T>
    {
        var rest = Enter();
        var value = default(TCodec).Default!;
        var tag = WireFormat.MakeTag(1, default(TCodec).WireType);
        while (_position < _end)
        {
            var next = ReadTag();
            if (next == tag)
                value = default(TCodec).Read(ref this);
            else
                SkipUnknown(next);
        }
        Leave(rest);
        return value;
    }

    /// <summary>Reads a message from the context, or a message whose class another generator made.</summary>
    private void ReadOtherMessage(IMessage message)
    {
        if (_context != null)
        {
            ReadContextMessage(message);
            return;
        }
        if (TryReadWellKnown(message))
            return;
        var length = ReadLength();
        ForeignMessage.MergeFrom(message, new ReadOnlySpan<byte>(_position, length), _depth + 1);
        _position += length;
    }

    /// <summary>Reads a group into a message whose class another generator made.</summary>
    private void ReadForeignGroup(uint startTag, IMessage message)
    {
        var start = StartOf(startTag);
        SkipGroup(startTag + 1, _depth + 1);
        ForeignMessage.MergeGroup(message, new ReadOnlySpan<byte>(start, (int)(_position - start)), _depth);
    }

    /// <summary>Starts a nested message, reads its first tag and returns what <see cref="Leave"/> needs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EnterMessage()
    {
        var rest = Enter();
        _tag = ReadTag();
        return rest;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveMessage(int rest)
    {
        Leave(rest);
        _tag = ReadTag();
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
