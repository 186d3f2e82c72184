using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime.Schema;

/// <summary>Serializes and parses messages of any generator; generated messages of ProtoGen use the span path.</summary>
internal sealed class WireBytes : IBufferWriter<byte>
{
    private const int FirstSize = 4096;

    // Larger buffers are not kept for reuse.
    private const int LargestKept = 1 << 17;

    [ThreadStatic]
    private static WireBytes? s_kept;

    private byte[] _array = new byte[FirstSize];
    private int _length;

    /// <summary>Serializes a message into a buffer, which the caller returns with <see cref="Release"/>.</summary>
    public static WireBytes Of(IMessage message)
    {
        var bytes = s_kept ?? new WireBytes();
        s_kept = null;
        bytes._length = 0;
        if (message is Message own)
            SpanSerializer.WriteToBuffer(own, bytes);
        else
            bytes.AddForeign(message);
        return bytes;
    }

    public ReadOnlySpan<byte> Span => _array.AsSpan(0, _length);

    public void Release()
    {
        if (_array.Length <= LargestKept)
            s_kept = this;
    }

    /// <summary>Parses a message from bytes that one of the engines wrote.</summary>
    /// <param name="bytes">Well-formed bytes.</param>
    /// <param name="depth">How deeply messages are nested in the bytes.</param>
    /// <param name="message">An empty message.</param>
    /// <param name="extensions">The extensions to read; null for none.</param>
    /// <returns><paramref name="message"/>, or another of the same type.</returns>
    public static IMessage Parse(ReadOnlySpan<byte> bytes, int depth, IMessage message, ExtensionRegistry? extensions)
    {
        if (depth < FieldReader.RecursionLimit && extensions == null && message is Message own)
            return SpanParser.TryReadSpan(bytes, own) ? own : message.Descriptor.Parser.ParseFrom(bytes);
        var parser = message.Descriptor.Parser;
        if (extensions != null)
            parser = parser.WithExtensionRegistry(extensions);
        var array = bytes.ToArray();
        // The engines check their own limits. One level of a google.protobuf.Struct is three levels in the wire format.
        return parser.ParseFrom(depth < FieldReader.RecursionLimit
            ? new CodedInputStream(array)
            : CodedInputStream.CreateWithLimits(new MemoryStream(array), int.MaxValue, depth + 1));
    }

    /// <summary>Creates an empty message of a type that is known only at run time.</summary>
    public static IMessage MakeMessage(MessageDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        // Only the parser can create one.
        return descriptor.Parser?.ParseFrom(new CodedInputStream([]))
            ?? throw new ArgumentException($"{descriptor.FullName} has no generated class.", nameof(descriptor));
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _array.AsSpan(_length);
    }

    private void AddForeign(IMessage message)
    {
        var size = message.CalculateSize();
        MessageExtensions.WriteTo(message, GetSpan(size)[..size]);
        Advance(size);
    }

    private void Grow(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed > _array.Length)
            Array.Resize(ref _array, (int)Math.Min(Array.MaxLength, Math.Max((uint)needed, 2L * _array.Length)));
    }
}
