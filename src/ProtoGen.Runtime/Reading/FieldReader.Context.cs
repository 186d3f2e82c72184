using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

// With a context, the memory is a window: the part of the context's buffer that belongs to the message. Before the context itself reads
// something, the window is closed: the context then continues at the reader's position. The window stays closed until the context has read
// a tag or a value, because after a list or a map the context may already have read the next tag.
public unsafe partial struct FieldReader
{
    /// <summary>A tag that no input has. It shows that the next tag could not be read.</summary>
    private const uint FailedTag = 1;

    [ThreadStatic]
    private static ExceptionDispatchInfo? s_tagError;

    /// <summary>Creates a reader that reads from <paramref name="context"/>, which must outlive it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="window">The pinned buffer of the context, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FieldReader(ref ParseContext context, byte* window)
    {
        this = default;
        _start = window;
#pragma warning disable CS8500 // A ParseContext lives on the stack and never moves.
#if NET9_0_OR_GREATER
        _context = Unsafe.AsPointer(ref context);
#else
        fixed (ParseContext* pointer = &context)
            _context = pointer;
#endif
    }

    private readonly ref ParseContext Context => ref *(ParseContext*)_context;
#pragma warning restore CS8500

    /// <summary>Parses a message from a context.</summary>
    internal static void Read(ref ParseContext context, Message message)
    {
#if NET
        fixed (byte* window = ContextMemory.Window(ref context))
        {
            var reader = new FieldReader(ref context, window);
            if (ContextMemory.IsNested(ref context))
                reader.Open();
            reader.Advance();
            message._Read(ref reader);
            reader.Close();
        }
#else
        var reader = new FieldReader(ref context, window: null);
        reader.Advance();
        message._Read(ref reader);
#endif
    }

    /// <summary>Closes the window and returns the context, which continues at the position of this reader.</summary>
    private ref ParseContext Close()
    {
#if NET
        if (_position != null)
        {
            ContextMemory.SetPosition((uint*)_context, (uint)(_position - _start));
            _position = _end = null;
        }
#endif
        return ref Context;
    }

    /// <summary>Closes the window and sets the last tag, which the context needs for lists, groups and unknown fields.</summary>
    private ref ParseContext Close(uint tag)
    {
#if NET
        if (_position != null)
            ContextMemory.SetLastTag((uint*)_context, tag);
#endif
        return ref Close();
    }

    /// <summary>Opens the window at the position of the context, unless the context has a new buffer.</summary>
    private void Open()
    {
        _moves++;
#if NET
        if (_start != null && ContextMemory.TryGetWindow((uint*)_context, _start, out var position, out var end))
        {
            _position = _start + position;
            _end = _start + end;
        }
#endif
    }

    private uint ReadContextTag()
    {
        try
        {
            var tag = Close().ReadTag();
            if (tag != 0)
                Open();
            return tag;
        }
        catch (Exception error)
        {
            // Programs may use what was read before an error. The value before the tag is not in the message yet.
            s_tagError = ExceptionDispatchInfo.Capture(error);
            return FailedTag;
        }
    }

    /// <summary>Throws the error of the last tag.</summary>
    private static void ThrowTagError()
    {
        var error = s_tagError!;
        s_tagError = null;
        error.Throw();
    }

    private ulong ReadContextVarint()
    {
        var value = Close().ReadUInt64();
        Open();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint ReadContextFixed32()
    {
        if (_context == null)
            HandOver();
        var value = Close().ReadFixed32();
        Open();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadContextFixed64()
    {
        if (_context == null)
            HandOver();
        var value = Close().ReadFixed64();
        Open();
        return value;
    }

    private string ReadContextString()
    {
        var value = Close().ReadString();
        Open();
        return value;
    }

    private ByteString ReadContextBytes()
    {
        var value = Close().ReadBytes();
        Open();
        return value;
    }

    private void ReadContextMessage(IMessage message)
    {
#if NET
        Close(ContextMemory.NestedTag).ReadMessage(message);
#else
        Context.ReadMessage(message);
#endif
        Open();
    }

    private void ReadContextGroup(uint startTag, IMessage message)
    {
        Close(startTag).ReadGroup(message);
        Open();
    }

    private T ReadContextValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T>
    {
        var value = FieldCodecs<T, TCodec>.Reading.Read(ref Close());
        Open();
        return value;
    }
}
