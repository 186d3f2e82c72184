using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>
    /// The most bytes whose nested messages are moved when their lengths are filled in. Beyond, measuring them first is faster.
    /// </summary>
    internal const int LongestMoved = 1 << 17;

    /// <summary>Writes a length-delimited message, unless it is null.</summary>
    // Inlined: where the class is known, the type test disappears and the call becomes direct.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteMessage(uint tag, IMessage? message)
    {
        if (message is Message own)
        {
            var content = Open(tag, own);
            own.Write(ref this);
            Close(content);
        }
        else if (message != null)
        {
            WriteForeignMessage(tag, message);
        }
    }

    /// <summary>Writes a message between a start-group and an end-group tag, unless it is null.</summary>
    public void WriteGroup(uint startTag, IMessage? message)
    {
        if (message == null)
            return;
        if (IsStream)
        {
            StreamGroup(startTag, message);
            return;
        }
        if (_mode == WriterMode.Hash)
        {
            Mix(startTag, (uint)message.GetHashCode());
            return;
        }
        WriteTag(startTag);
        if (message is Message own)
        {
            own.Write(ref this);
        }
        else
        {
            EndDraft();
            WriteForeignContent(message, message.CalculateSize());
        }
        WriteTag(startTag + 1);
    }

    /// <summary>Writes a list of length-delimited messages.</summary>
    public void WriteMessages<T>(uint tag, RepeatedField<T> messages)
        where T : class, IMessage
    {
        if (!RepeatedFieldAccess<T>.TryGetElements(messages, out var elements))
        {
            for (var i = 0; i < messages.Count; i++)
                WriteMessage(tag, messages[i]);
            return;
        }
        foreach (var message in elements)
            WriteMessage(tag, message);
    }

    /// <summary>Writes a list of groups.</summary>
    public void WriteGroups<T>(uint startTag, RepeatedField<T> messages)
        where T : class, IMessage
    {
        for (var i = 0; i < messages.Count; i++)
            WriteGroup(startTag, messages[i]);
    }

    /// <summary>Writes a wrapper message such as <c>google.protobuf.Int32Value</c> that contains <paramref name="value"/>.</summary>
    public void WriteWrapped<T, TCodec>(uint tag, T value)
        where TCodec : struct, IValueCodec<T>
    {
        if (_mode == WriterMode.Hash)
        {
            // Equals compares NaNs by their bits, but GetHashCode returns the same number for all of them.
            default(TCodec).Write(ref this, tag, value);
            return;
        }
        if (IsStream)
        {
            StreamWrapped<T, TCodec>(tag, value);
            return;
        }
        var content = OpenEntry(tag);
        default(TCodec).WriteImplicit(ref this, WireFormat.MakeTag(1, default(TCodec).WireType), value);
        CloseEntry(content);
    }

    /// <summary>Writes a message whose class another generator made.</summary>
    private void WriteForeignMessage(uint tag, IMessage message)
    {
        if (_mode == WriterMode.Count)
        {
            // A direct call is faster than one through the interface.
            var size = message is Timestamp timestamp ? timestamp.CalculateSize() : message.CalculateSize();
            Count(tag, checked(Varint.Size(tag) + Varint.Size((uint)size) + size));
            return;
        }
        if (IsStream)
        {
            Begin(tag).WriteMessage(message);
            return;
        }
        if (_mode == WriterMode.Hash)
        {
            Mix(tag, (uint)message.GetHashCode());
            return;
        }
#if NET
        if (TryWriteWellKnown(tag, message))
            return;
#endif
        PutForeignMessage(tag, message);
    }

    // Not inlined: Google.Protobuf's context needs much of the stack, and the writer calls itself for each level of nested values.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutForeignMessage(uint tag, IMessage message)
    {
        if (!ForeignMessage.HasNoMap(message))
            EndDraft();
        var length = message.CalculateSize();
        if (!ReserveDelimited(tag, length))
            return;
        _position = Varint.Write(PutTag(_position, tag), (uint)length);
        WriteForeignContent(message, length);
    }

    private void WriteForeignContent(IMessage message, int length)
    {
        if (!Reserve(length))
            return;
        MessageExtensions.WriteTo(message, new Span<byte>(_position, length));
        _position += length;
    }

    private void WriteTag(uint tag)
    {
        if (Reserve(Varint.Size(tag)))
            _position = PutTag(_position, tag);
    }

    /// <summary>Writes a tag and reserves a byte for the length, and returns the position at which the content starts.</summary>
    private int Open(uint tag, Message message)
    {
        if (_mode == WriterMode.Count)
        {
            Count(tag, Varint.Size(tag) + 1);
            return _counted + _countedOdd;
        }
        if (_mode >= WriterMode.Sized)
            return OpenSized(tag, message);
        if (_end - _position < 2 * Varint.MaxSize)
            return OpenSlow(tag);
        _position = PutTag(_position, tag) + 1;
        return (int)(_position - _start);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OpenSlow(uint tag)
    {
        if (Reserve(Varint.Size(tag) + 1))
            _position = PutTag(_position, tag) + 1;
        return Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OpenSized(uint tag, Message message)
    {
        if (_mode == WriterMode.Hash)
        {
            Mix(tag, 1);
            return 0;
        }
        var length = message.CalculateSize();
        if (Reserve(Varint.Size(tag) + Varint.Size((uint)length)))
            _position = Varint.Write(PutTag(_position, tag), (uint)length);
        return Length;
    }

    private void Close(int content)
    {
        if (_mode > WriterMode.Exact)
        {
            if (_mode == WriterMode.Count)
                CloseCounted(content);
            return;
        }
        var length = (int)(_position - _start) - content;
        if (length < 0x80)
            _start[content - 1] = (byte)length;
        else
            CloseLong(content, length);
    }

    private void CloseCounted(int content)
    {
        var length = (uint)(_counted + _countedOdd - content);
        if (length >= 0x80)
            _counted = checked(_counted + Varint.Size(length) - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseLong(int content, int length)
    {
        var more = Varint.Size((uint)length) - 1;
        if (!IsComplete)
        {
            _counted += more;
            return;
        }
        if (!Reserve(more))
            return;
        var start = _start + content;
        Buffer.MemoryCopy(start, start + more, length, length);
        Varint.Write(start - 1, (uint)length);
        _position += more;
    }
}
